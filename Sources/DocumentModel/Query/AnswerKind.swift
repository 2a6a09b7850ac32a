/// What a question wants to be told; a passage that holds such a thing is more likely the answer.
package enum AnswerKind: Sendable, Hashable {
  /// A time (いつ, 施行日は).
  case date
  /// A number before one of these words (何品目, いくら); of any word where there are none (いくつ).
  case figure(counters: [String])
  /// A ministry or body (どの省が, 所管はどこか).
  case ministry
  /// What the thing asked about is (…とは何か).
  case definition
}
