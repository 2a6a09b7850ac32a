import DocumentModel
import Testing

@testable import Structure

/// What holds for the structure of every text.
enum StructureInvariants {
  /// The citable text is exactly the blocks' texts, each followed by one line end.
  static func checkBlocks(_ document: StructuredDocument) {
    var expected: [UInt8] = []
    var end = 0
    for block in document.blocks {
      #expect(block.span.lowerBound.utf8 == end, "blocks ascend without gaps")
      expected += document.citable.utf8[block.span.utf8Range()] + [0x0A]
      end = block.span.upperBound.utf8 + 1
    }
    #expect(expected == document.citable.utf8)
  }

  /// Copied runs hold the source's own bytes; only separators were added.
  static func checkBytes(_ document: StructuredDocument, of source: [UInt8]) {
    for run in document.citable.map.runs {
      if run.isIdentity {
        #expect(document.citable.utf8[run.from].elementsEqual(source[run.to]))
      } else if run.to.isEmpty {
        let added = String(decoding: document.citable.utf8[run.from], as: UTF8.self)
        #expect(["\n", " ", " | "].contains(added))
      }
    }
  }

  /// Passages lie end to end in their blocks; furniture has none.
  static func checkPassages(_ document: StructuredDocument) {
    let byBlock = Dictionary(grouping: document.passages, by: \.block)
    for block in document.blocks {
      let passages = byBlock[block.id] ?? []
      if block.kind == .furniture {
        #expect(passages.isEmpty)
        continue
      }
      #expect(passages.first?.span.lowerBound == block.span.lowerBound)
      #expect(passages.last?.span.upperBound == block.span.upperBound)
      for (a, b) in zip(passages, passages.dropFirst()) {
        #expect(a.span.upperBound == b.span.lowerBound)
      }
      for passage in passages {
        #expect(passage.text == document.citable.string(passage.span))
        #expect(passage.section == block.section)
      }
    }
  }

  /// One root; every other section lies inside its parent, one level or more below.
  static func checkSections(_ document: StructuredDocument) throws {
    let root = try #require(document.sections.first)
    #expect(root.level == 1 && root.parent == nil)
    var known: [SectionID: Section] = [:]
    for section in document.sections {
      if let parent = section.parent {
        let parent = try #require(known[parent], "parents come before children")
        #expect(parent.level < section.level || (parent.level == 4 && section.level == 4))
        #expect(parent.span.lowerBound <= section.span.lowerBound)
        #expect(section.span.upperBound <= parent.span.upperBound)
        #expect((parent.isSynthetic ? [] : parent.path) + [section.title] == section.path)
      } else {
        #expect(section.id == root.id)
      }
      known[section.id] = section
    }
    for block in document.blocks {
      let section = try #require(known[block.section])
      #expect(section.span.lowerBound <= block.span.lowerBound)
      #expect(block.span.upperBound <= section.span.upperBound)
    }
  }

  /// No two records share an identifier.
  static func checkIdentifiers(_ document: StructuredDocument) {
    #expect(Set(document.passages.map(\.id)).count == document.passages.count)
    #expect(Set(document.blocks.map(\.id)).count == document.blocks.count)
    #expect(Set(document.sections.map(\.id)).count == document.sections.count)
  }
}
