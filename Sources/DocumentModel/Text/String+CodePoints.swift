extension String {
  /// The text of some scalars in their order.
  package init(scalars: some Sequence<Unicode.Scalar>) {
    var view = UnicodeScalarView()
    view.append(contentsOf: scalars)
    self.init(view)
  }

  /// The text of some code points in their order; one that is no Unicode scalar becomes U+FFFD.
  package init(codePoints: some Sequence<UInt32>) {
    self.init(scalars: codePoints.lazy.map { Unicode.Scalar($0) ?? "\u{FFFD}" })
  }
}
