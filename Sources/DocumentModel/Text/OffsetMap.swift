/// Aligned runs between a derived layer and the layer it was made from.
///
/// The runs cover the derived layer (`From`) without holes and in order. In the other layer (`To`)
/// they may stand in any order, since columns are read one after the other, and may leave out bytes
/// that the derived layer dropped (Markdown marks, joined line ends). A run whose two ranges have
/// one length and equal bytes is an identity run; any other run is a replacement, mapped as a whole;
/// a run with an empty `to` range is text that the derived layer added (a block's separator).
public struct OffsetMap<From, To>: Sendable, Equatable {
  /// One aligned pair of byte ranges.
  public struct Run: Sendable, Equatable {
    /// The 0-based byte range in the derived layer.
    public var from: Range<Int>
    /// The 0-based byte range in the layer it was made from; empty for added text.
    public var to: Range<Int>
    /// Whether the bytes of both ranges are the same, so that any point inside maps exactly.
    public var isIdentity: Bool

    /// Makes a run; an identity run must have two ranges of one length.
    public init(from: Range<Int>, to: Range<Int>, isIdentity: Bool) {
      precondition(!isIdentity || from.count == to.count)
      self.from = from
      self.to = to
      self.isIdentity = isIdentity
    }
  }

  /// What becomes of a span that cuts through a replacement run.
  public enum PartialRule: Sendable {
    /// The span has no image.
    case strict
    /// The replaced run is left out.
    case contract
    /// The whole replaced run is taken in.
    case expand
  }

  /// The runs, ascending and contiguous in the derived layer.
  public let runs: [Run]

  /// Makes a map of runs that must be ascending and contiguous in the derived layer.
  public init(runs: [Run]) {
    self.runs = runs
  }

  /// Returns the map of a layer that is byte for byte the one it was made from.
  public static func identity(count: Int) -> Self {
    Self(runs: count == 0 ? [] : [Run(from: 0..<count, to: 0..<count, isIdentity: true)])
  }

  /// Returns the index of the first run that ends after a byte position of the derived layer.
  ///
  /// - Complexity: O(log *n*) in the number of runs.
  private func firstRun(endingAfter position: Int) -> Int {
    var low = 0
    var high = runs.count
    while low < high {
      let middle = (low + high) / 2
      if runs[middle].from.upperBound <= position { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Returns the pieces of the other layer that a span of the derived layer was made from.
  ///
  /// Pieces stand in the order of the derived layer; neighbours that touch are merged, so a plain
  /// span gives one piece. Added text gives none.
  ///
  /// The result is nil where the rule is `.strict` and the span cuts a replacement.
  ///
  /// - Complexity: O(log *n* + *k*), *k* the runs the span touches.
  public func pieces(
    of span: TextSpan<From>, partial: PartialRule = .expand
  ) -> [TextSpan<To>]? {
    let wanted = span.utf8Range()
    var pieces: [TextSpan<To>] = []
    var index = firstRun(endingAfter: wanted.lowerBound)
    while index < runs.count, runs[index].from.lowerBound < wanted.upperBound {
      let run = runs[index]
      index += 1
      if run.to.isEmpty { continue }
      let cut = run.from.clamped(to: wanted)
      var image = run.to
      if run.isIdentity {
        let start = run.to.lowerBound + cut.lowerBound - run.from.lowerBound
        image = start..<(start + cut.count)
      } else if cut != run.from {
        switch partial {
        case .strict: return nil
        case .contract: continue
        case .expand: break
        }
      }
      if let last = pieces.last, last.upperBound.utf8 == image.lowerBound {
        pieces[pieces.count - 1] = TextSpan(last.lowerBound.utf8, image.upperBound)
      } else {
        pieces.append(TextSpan(image.lowerBound, image.upperBound))
      }
    }
    return pieces
  }

  /// Returns the spans of the derived layer that were made from a span of the other layer.
  ///
  /// - Complexity: O(*n*) in the number of runs.
  public func images(
    of span: TextSpan<To>, partial: PartialRule = .expand
  ) -> [TextSpan<From>]? {
    let wanted = span.utf8Range()
    var images: [TextSpan<From>] = []
    for run in runs where run.to.overlaps(wanted) {
      let cut = run.to.clamped(to: wanted)
      var image = run.from
      if run.isIdentity {
        let start = run.from.lowerBound + cut.lowerBound - run.to.lowerBound
        image = start..<(start + cut.count)
      } else if cut != run.to {
        switch partial {
        case .strict: return nil
        case .contract: continue
        case .expand: break
        }
      }
      if let last = images.last, last.upperBound.utf8 == image.lowerBound {
        images[images.count - 1] = TextSpan(last.lowerBound.utf8, image.upperBound)
      } else {
        images.append(TextSpan(image.lowerBound, image.upperBound))
      }
    }
    return images
  }

  /// Returns the map from this map's derived layer through `next` to the layer behind it.
  ///
  /// A replacement on either side makes the composed run a replacement.
  public func composed<Next>(with next: OffsetMap<To, Next>) -> OffsetMap<From, Next> {
    var composed: [OffsetMap<From, Next>.Run] = []
    for run in runs {
      guard !run.to.isEmpty else {
        composed.append(.init(from: run.from, to: 0..<0, isIdentity: false))
        continue
      }
      if run.isIdentity {
        var index = next.firstRun(endingAfter: run.to.lowerBound)
        while index < next.runs.count, next.runs[index].from.lowerBound < run.to.upperBound {
          let inner = next.runs[index]
          index += 1
          let cut = inner.from.clamped(to: run.to)
          let start = run.from.lowerBound + cut.lowerBound - run.to.lowerBound
          let from = start..<(start + cut.count)
          if inner.isIdentity {
            let to = inner.to.lowerBound + cut.lowerBound - inner.from.lowerBound
            composed.append(.init(from: from, to: to..<(to + cut.count), isIdentity: true))
          } else {
            composed.append(.init(from: from, to: inner.to, isIdentity: false))
          }
        }
      } else {
        let pieces = next.pieces(of: TextSpan(run.to.lowerBound, run.to.upperBound)) ?? []
        let hull =
          (pieces.map(\.lowerBound.utf8).min() ?? 0)..<(pieces.map(\.upperBound.utf8).max() ?? 0)
        composed.append(.init(from: run.from, to: hull, isIdentity: false))
      }
    }
    return OffsetMap<From, Next>(runs: composed)
  }
}
