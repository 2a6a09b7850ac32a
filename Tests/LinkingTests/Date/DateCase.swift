import DocumentModel
import Linking

/// The dates of a text as `surface=value`, separated by spaces.
func dates(_ text: String, in date: String? = "2024-06-10") -> String {
  let document = document(text, date: date)
  let found = DateLinker(registry: checkoutRegistry)
    .mentions(in: LinkingContext(document)).value
  return found.map { mention in
    guard case .date(let target) = mention.target else { return "?" }
    return "\(document.citable.string(mention.span))=\(target.value.rawValue)"
  }.joined(separator: " ")
}
