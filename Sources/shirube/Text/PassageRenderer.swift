import Citations
import DocumentModel
import PassageIndex
import Workbench

/// Writes one passage for reading, and why it is as it is.
struct PassageRenderer {
  private let hits: HitRenderer
  private let relations: RelationText
  private let versions: CitedVersions
  private let held: HeldDocuments
  private let words: TraceWords
  private let labelWidth = 10

  init(
    names: DisplayNames, versions: CitedVersions = .none, held: HeldDocuments = .none
  ) {
    self.held = held
    self.versions = versions
    words = TraceWords(names: names)
    hits = HitRenderer(names: names)
    relations = RelationText(
      laws: names.laws, calendar: names.calendar, limit: 20, versions: versions)
  }

  /// Returns the passage, what it relates to, its links, its source lines and its neighbours.
  func page(_ shown: ShownPassage) -> TextPage {
    var page = TextPage()
    let record = shown.record
    addHead(record, to: &page)
    page.blank()
    for context in record.passage.context where context.kind != .note {
      page.paragraph(context.text, indent: 2, style: .faint)
    }
    page.paragraph(record.passage.text, indent: 2)
    for context in record.passage.context where context.kind == .note {
      page.paragraph(context.text, indent: 4, style: .faint)
    }
    page.blank()
    relations.add(record, to: &page, indent: 0, labelWidth: labelWidth)
    addLinks(record.links, of: record.document, to: &page)
    addRepairs(shown.repairs, to: &page)
    page.blank()
    page.line(Words.say("原文", "Source"), .title)
    for line in shown.lines {
      let number =
        String(repeating: " ", count: max(0, 6 - "\(line.number)".count)) + "\(line.number)"
      page.paragraph(
        line.text, indent: 8, first: page.painter.paint(number + "  ", .faint))
    }
    page.blank()
    if let previous = shown.previous {
      page.field(
        Words.say("前", "Before"), previous.rawValue, indent: 0, labelWidth: labelWidth)
    }
    if let next = shown.next {
      page.field(Words.say("次", "After"), next.rawValue, indent: 0, labelWidth: labelWidth)
    }
    return page
  }

  /// Returns every link, repair, pillar and step with the rule and the words behind it.
  func page(_ explanation: Explanation) -> TextPage {
    var page = TextPage()
    if let record = explanation.record {
      addHead(record, to: &page)
      page.blank()
      page.paragraph(record.passage.text, indent: 2)
    } else {
      page.paragraph(hits.documentLine(explanation.document), indent: 0, style: .title)
      if let section = explanation.section {
        page.paragraph(section.path.joined(separator: " › "), indent: 0)
      }
    }
    if let pillars = explanation.pillars { add(pillars, to: &page) }
    addLinks(explanation.links, of: explanation.document, to: &page)
    if let record = explanation.record { addInherited(record.relations, to: &page) }
    ExplainedSteps(words: words).add(explanation.steps, to: &page)
    addRepairs(explanation.repairs, to: &page)
    if !explanation.diagnostics.isEmpty {
      page.blank()
      page.line(Words.say("気づいたこと", "Noticed"), .title)
      for diagnostic in explanation.diagnostics {
        page.paragraph(
          MessageCatalogue.text(for: diagnostic, in: Console.language), indent: 2)
      }
    }
    return page
  }

  private func addHead(_ record: PassageRecord, to page: inout TextPage) {
    page.paragraph(hits.documentLine(record.document), indent: 0, style: .title)
    page.paragraph(hits.sectionLine(record), indent: 0, style: .faint)
    page.line(
      "\(Words.place(record.passage.location, of: record.document))  \(record.document.source)  \(record.passage.id)",
      .faint)
  }

  private func add(_ pillars: PillarAssignment, to page: inout TextPage) {
    page.blank()
    let names = pillars.pillars.map(Words.pillar).joined(separator: Words.say("・", ", "))
    page.line(
      Words.say("柱: ", "Pillar: ") + (names.isEmpty ? "–" : names)
        + Words.say("（\(Words.basis(pillars.basis))）", " (\(Words.basis(pillars.basis)))"), .title)
    if let ruling = pillars.ruling {
      page.paragraph(Words.ruling(ruling), indent: 2)
      page.paragraph(Words.found(ruling), indent: 2, style: .faint)
    }
    for feature in pillars.features {
      let weight = (feature.weight * 100).rounded() / 100
      page.paragraph(
        "\(Words.pillar(feature.pillar))  \(weight > 0 ? "+" : "")\(weight)  \(feature.words)",
        indent: 2)
    }
  }

  private func addLinks(
    _ links: [Link], of document: DocumentRecord, to page: inout TextPage
  ) {
    guard !links.isEmpty else { return }
    page.blank()
    page.line(Words.say("リンク", "Links"), .title)
    for link in links {
      let text = "\(link.surface.replacing("\n", with: "")) → \(relations.text(link.target))"
      page.field(Words.kind(link.kind), text, indent: 2, labelWidth: 8)
      if case .law(let law) = link.target, let url = LawAddress.current(law) {
        page.address(url, indent: 10)
      }
      if case .law(let law) = link.target, let version = versions[law, document] {
        page.paragraph(VersionText.line(version), indent: 10)
        if let url = version.revision.flatMap({ LawAddress.dated($0, law.provision) }) {
          page.address(url, indent: 10)
        }
      }
      let bytes = link.location.hull
      var why =
        "\(Words.linkBasis(link.basis))  \(rule(link))  \(link.evidence.words)  "
        + "\(Words.place(link.location))  [\(bytes.lowerBound.utf8), \(bytes.upperBound.utf8))"
      if !link.evidence.candidates.isEmpty {
        why +=
          Words.say("  候補: ", "  candidates: ")
          + link.evidence.candidates.joined(separator: Words.say("、", ", "))
      }
      page.paragraph(why, indent: 10, style: .faint)
      if let id = held[link.target, document] {
        page.paragraph(Words.say("収録文書: ", "held here: ") + id.rawValue, indent: 10)
      }
      let details = relations.details(link.target)
      if !details.isEmpty { page.paragraph(details, indent: 10, style: .faint) }
    }
  }

  /// The rule's name with what it does.
  private func rule(_ link: Link) -> String {
    let name = link.evidence.rule
    return RuleWords.text(name).map { Words.say("\(name)（\($0)）", "\(name) (\($0))") } ?? name
  }

  private func addInherited(_ all: PassageRelations, to page: inout TextPage) {
    let inherited = (all.laws + all.ministries + all.dates).filter { $0.origin != .passage }
    guard !inherited.isEmpty else { return }
    page.blank()
    page.line(Words.say("受け継いだ関係", "Inherited"), .title)
    for relation in inherited {
      page.field(
        Words.kind(relation.target.kind),
        "\(relations.text(relation.target))\(Words.origin(relation.origin))  \(relation.evidence)",
        indent: 2, labelWidth: 8)
    }
  }

  private func addRepairs(_ repairs: [Repair], to page: inout TextPage) {
    guard !repairs.isEmpty else { return }
    page.blank()
    page.line(Words.say("修復", "Repairs"), .title)
    for repair in repairs {
      let before = repair.before.replacing("\n", with: "⏎")
      let after = repair.after.isEmpty ? Words.say("（なし）", "(nothing)") : repair.after
      page.paragraph(
        "\(Words.repair(repair.rule))  「\(before)」→「\(after)」  "
          + "[\(repair.source.lowerBound.utf8), \(repair.source.upperBound.utf8))", indent: 2)
    }
  }
}
