internal import DocumentModel

/// Finds what a page says was done as of a date that stands apart, such as （令和6年6月4日時点）.
struct SnapshotFinder: Sendable {
  let lexicon: StageLexicon

  /// Returns the undated statements about the measure in sections with an as-of date.
  func events(
    in passages: [TracePassage], _ relevance: TraceRelevance
  ) -> [(event: TraceEvent, rank: TraceRelevance.Rank)] {
    let dates = Self.dates(in: passages)
    guard !dates.isEmpty else { return [] }
    var events: [(event: TraceEvent, rank: TraceRelevance.Rank)] = []
    for (index, passage) in passages.enumerated()
    where passage.dates.isEmpty && passage.record.passage.kind != .heading {
      guard let date = dates[passage.record.passage.section] else { continue }
      for cell in cells(of: passage) {
        guard let match = relevance.match(passage, cell),
          let reading = lexicon.readSnapshot(passage.text, in: cell),
          reading.stage == .implementation
        else { continue }
        let event = TraceEvent(
          passage: index, date: date, datePlace: nil, clause: cell, stage: reading.stage,
          status: .asOf, basis: reading.basis, decided: reading.place,
          isRow: cell != passage.text.scalars.indices,
          reasons: [TraceReason(.date, rule: "date.page", words: date.value.rawValue)])
        events.append(
          (
            event,
            .init(
              value: 10 + match.strength.rawValue, place: match.place,
              reason: TraceReason(
                .measure, rule: "measure.sentence", words: passage.string(match.place)))
          ))
      }
    }
    return events
  }

  /// The as-of date of each section: its own heading's or line's, else that of the section above it.
  static func dates(in passages: [TracePassage]) -> [SectionID: DateTarget] {
    var dates: [SectionID: DateTarget] = [:]
    for passage in passages where passage.isOnlyDates || passage.record.passage.kind == .heading {
      if let date = passage.dates.first(where: \.isAsOf) {
        dates[passage.record.passage.section] = date.target
      }
    }
    guard !dates.isEmpty else { return [:] }
    // Parents stand before children in reading order, so one pass hands every date down.
    for passage in passages {
      let section = passage.record.section
      if dates[section.id] == nil, let parent = section.parent, let date = dates[parent] {
        dates[section.id] = date
      }
    }
    return dates
  }

  /// The sentences of a passage, or the cells of a line that is set in columns.
  private func cells(of passage: TracePassage) -> [Range<Int>] {
    let text = passage.text
    guard passage.sentences.count == 1, text.scalars.last != 0x3002 else {
      return passage.sentences
    }
    var cells: [Range<Int>] = []
    for word in text.scalars.indices.split(whereSeparator: { text.scalars[$0] == 0x20 }) {
      // What stands in brackets is of the cell before: 半導体（経産） （16件認定）.
      if text.scalars[word.lowerBound] == 0x28, let last = cells.last {
        cells[cells.count - 1] = last.lowerBound..<word.upperBound
      } else {
        cells.append(word.lowerBound..<word.upperBound)
      }
    }
    return cells
  }
}
