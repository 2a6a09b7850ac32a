/// How sources are written in a draft.
package struct CitationStyle: Sendable, Hashable {
  /// The years of dates.
  package enum Years: String, Sendable, CaseIterable {
    /// 令和6年.
    case japanese
    /// 2024年.
    case western
  }

  /// The conventions of the paper a draft is for.
  package enum Form: String, Sendable, CaseIterable {
    /// 公用文: 「題名」（日付・決定主体）, 第50条第1項.
    case official
    /// Law journals (法律編集者懇話会): 発行者「題名」（日付）, 50条1項.
    case journal
  }

  /// Where the source of a quotation stands.
  package enum Placement: String, Sendable, CaseIterable {
    /// A line 出典：… below the quotation.
    case block
    /// In brackets after the quotation.
    case inline
    case footnote, endnote
  }

  package var years: Years
  package var form: Form
  package var placement: Placement

  package init(
    years: Years = .japanese, form: Form = .official, placement: Placement = .block
  ) {
    self.years = years
    self.form = form
    self.placement = placement
  }
}
