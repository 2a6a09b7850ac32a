/// A Japanese era.
package struct EraEntry: Sendable, Hashable, Codable {
  /// 令和.
  package var name: String
  /// R.
  package var initial: String
  /// The first day, `2019-05-01`.
  package var firstDay: String
  /// The last day, `2019-04-30`; absent for the present era.
  package var lastDay: String?
  package var source: String

  package enum CodingKeys: String, CodingKey, CaseIterable {
    case name, initial
    case firstDay = "first_day"
    case lastDay = "last_day"
    case source
  }
}
