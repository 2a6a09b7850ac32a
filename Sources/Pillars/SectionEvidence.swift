import DocumentModel

/// What a section's own text says for each pillar, with the words that say it.
struct SectionEvidence: Sendable {
  /// A word that counted, summed over the section.
  struct Key: Hashable, Sendable {
    var pillar: Pillar
    var words: String
  }

  /// What the heading says, at most 1 in all.
  var heading = PillarWeights()
  /// What the statements say, each at most 1.
  var body = PillarWeights()
  /// How many statements speak for a pillar above all.
  var statements = PillarWeights()
  /// The words with their weights.
  var words: [Key: Double] = [:]
  /// The pillars that the heading or a label names, in order.
  var named: [Pillar] = []
  /// The pillars that labels beside its rows name, in order.
  var rows: [Pillar] = []
  /// The pillars that the running text names.
  var mentioned: Set<Pillar> = []
  /// How many of its statements are sentences.
  var sentences = 0
  /// What all evidence is multiplied by, for the kind of its heading.
  var factor = 1.0
  /// Whether it has text besides its heading.
  var hasBody = false

  /// Adds a statement's weights, its words counted.
  mutating func add(_ weighed: WeighedText, isSentence: Bool, settings: PillarSettings) {
    body += weighed.share * (isSentence ? 1 : settings.item)
    sentences += isSentence ? 1 : 0
    if let main = weighed.share.ranked.first, weighed.share[main] > settings.statement {
      statements[main] += 1
    }
    count(weighed)
  }

  /// Counts the words of a weighed text.
  mutating func count(_ weighed: WeighedText) {
    for feature in weighed.features {
      words[Key(pillar: feature.pillar, words: feature.words), default: 0] += feature.weight
    }
    mentioned.formUnion(weighed.named)
  }

  /// Adds what the children of a section say, for one that has only a heading.
  mutating func add(child: SectionEvidence, settings: PillarSettings) {
    let said = child.combined(settings)
    body += said
    if let main = said.ranked.first { statements[main] += 1 }
    for (key, weight) in child.words { words[key, default: 0] += weight }
    mentioned.formUnion(child.named)
    mentioned.formUnion(child.mentioned)
    sentences += child.sentences
  }

  /// Heading and body together: the body counts by its shares once it has said enough.
  func combined(_ settings: PillarSettings) -> PillarWeights {
    let total = body.total
    let scale = total > settings.body ? settings.body / total : 1
    return (heading * settings.heading + body * scale) * factor
  }
}

/// What one text says for each pillar.
struct WeighedText: Sendable {
  /// At most 1 in all: how sure, divided among the pillars.
  var share = PillarWeights()
  var features: [PillarFeature] = []
  /// The pillars it names by the frame's words.
  var named: Set<Pillar> = []
}
