import DocumentModel
import Linking

/// The dates of a text as `surface=value`, separated by spaces.
func dates(_ text: String, in date: String? = "2024-06-10") -> String {
  let document = document(text, date: date)
  let mentions = DateLinker(registry: checkoutRegistry).mentions(in: LinkingContext(document))
  return MentionList(mentions.value, in: document).values
}
