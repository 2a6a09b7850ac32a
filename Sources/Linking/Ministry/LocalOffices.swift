import DocumentModel
import Registry

/// Reads the region before a local office (関東財務局, 中国経済産業局, 横浜税関).
enum LocalOffices {
  private static let regions = WordSet(
    """
    北海道 東北 関東 関東甲信越 関東信越 信越 北陸 北陸信越 東海 東海北陸 中部 中部近畿 近畿 中国 四国 中国四国 九州 沖縄 \
    東京 大阪 名古屋 横浜 神戸 門司 長崎 函館 福岡 札幌 仙台 広島 高松 熊本 金沢 京都
    """)

  /// Returns where a region's name starts that stands right before a local office, or nil.
  ///
  /// 中国 before 経済産業局 is a region, before a ministry a state.
  static func region(
    before start: Int, of entry: Int, _ names: MinistryNames, _ text: ScalarText
  ) -> Int? {
    guard names.entries[entry].kind == .localOffice else { return nil }
    return regions.start(in: text, before: start)
  }
}
