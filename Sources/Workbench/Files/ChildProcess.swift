import Glibc
package import Readers
import Synchronization

/// Runs an outside program on bytes and takes what it prints, within limits of time and size.
///
/// Input, output and messages are moved as each end is ready, so that neither side ever waits for
/// the other; no file is written and no file name of the user's becomes an argument. The program
/// sees no environment but the PATH and a locale in which numbers have a point.
package struct ChildProcess: Sendable {
  /// How long a program may run, in seconds.
  package var seconds = 180
  /// How much it may print, in bytes.
  package var outputLimit = 256 << 20
  /// How much of its messages is kept, in bytes.
  private static let messageLimit = 64 << 10

  package init() {}

  /// Runs the program to its end.
  ///
  /// - Throws: `ProcessFailure` where it gave no result; an exit status other than 0 is a result.
  package func run(_ request: ProcessRequest) throws(ProcessFailure) -> ProcessOutput {
    guard let path = Self.find(request.program) else { throw .missing }
    var channels = Channels()
    defer { channels.closeAll() }
    let process = try Self.starting.withLock { _ throws(ProcessFailure) in
      try channels.open()
      return try Self.spawn(path, request, channels)
    }
    channels.closeChildEnds()
    do throws(ProcessFailure) {
      let (printed, told) = try move(request.input, over: &channels)
      return ProcessOutput(
        status: Self.wait(for: process), output: printed,
        errors: String(decoding: told, as: UTF8.self))
    } catch {
      kill(process, SIGKILL)
      _ = Self.wait(for: process)
      throw error
    }
  }

  /// One program is started at a time: none may inherit the open ends meant for another.
  private static let starting = Mutex(())

  // MARK: The program

  /// The first executable of this name in the folders of the PATH; the current folder is none.
  private static func find(_ program: String) -> String? {
    let path = getenv("PATH").map { String(cString: $0) } ?? "/usr/local/bin:/usr/bin:/bin"
    return path.split(separator: ":").lazy.filter { $0.hasPrefix("/") }
      .map { $0 + "/" + program }.first { access($0, X_OK) == 0 }
  }

  private static func spawn(
    _ path: String, _ request: ProcessRequest, _ channels: Channels
  ) throws(ProcessFailure) -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (target, end) in channels.childEnds.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, end, Int32(target))
    }
    let folders = getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin"
    let words = [request.program] + request.arguments
    let arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    let settings = ["LC_ALL=C", "PATH=" + folders]
    let environment: [UnsafeMutablePointer<CChar>?] = settings.map { strdup($0) } + [nil]
    defer { for string in arguments + environment { free(string) } }
    var process = pid_t()
    let status = posix_spawn(&process, path, &actions, nil, arguments, environment)
    guard status == 0 else { throw .unstartable(status) }
    return process
  }

  private static func wait(for process: pid_t) -> Int {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7F
    return signal == 0 ? Int(status >> 8 & 0xFF) : 128 + Int(signal)
  }

  // MARK: Bytes

  /// Writes the input and reads output and messages to their ends.
  private func move(
    _ input: [UInt8], over channels: inout Channels
  ) throws(ProcessFailure) -> (output: [UInt8], messages: [UInt8]) {
    var printed: [UInt8] = []
    var told: [UInt8] = []
    var sent = 0
    var open = channels.ownEnds.enumerated().map { index, end in
      pollfd(fd: end, events: Int16(index == 0 ? POLLOUT : POLLIN), revents: 0)
    }
    var buffer = [UInt8](repeating: 0, count: 64 << 10)
    let end = Self.now() + seconds * 1000
    while open[1].fd >= 0 || open[2].fd >= 0 {
      let left = end - Self.now()
      guard left > 0 else { throw .tooSlow(seconds: seconds) }
      guard poll(&open, nfds_t(open.count), Int32(min(left, 60_000))) >= 0 || errno == EINTR else {
        throw .unstartable(errno)
      }
      if open[0].fd >= 0, open[0].revents != 0 {
        sent += Self.send(input, from: sent, to: open[0].fd) ?? input.count
        if sent >= input.count {
          // The program sees the end of its input only once this end is closed.
          channels.closeInput()
          open[0].fd = -1
        }
      }
      for index in 1...2 where open[index].fd >= 0 && open[index].revents != 0 {
        let count = read(open[index].fd, &buffer, buffer.count)
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          open[index].fd = -1
          continue
        }
        if index == 1 {
          printed += buffer[..<count]
          guard printed.count <= outputLimit else { throw .tooMuch(bytes: outputLimit) }
        } else if told.count < Self.messageLimit {
          told += buffer[..<count]
        }
      }
    }
    return (printed, told)
  }

  /// Sends what can be sent without waiting; nil where the program no longer listens.
  private static func send(_ bytes: [UInt8], from start: Int, to end: Int32) -> Int? {
    bytes.withUnsafeBytes { bytes -> Int? in
      let rest = UnsafeRawBufferPointer(rebasing: bytes[start...])
      guard let base = rest.baseAddress else { return nil }
      let flags = Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)
      let count = Glibc.send(end, base, rest.count, flags)
      if count >= 0 { return count }
      return errno == EAGAIN || errno == EINTR ? 0 : nil
    }
  }

  /// Milliseconds of a clock that nobody sets.
  private static func now() -> Int {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return time.tv_sec * 1000 + time.tv_nsec / 1_000_000
  }
}

/// The three ways between this process and a child: to its input, from its output and messages.
///
/// They are pairs of sockets, since a write to one whose reader has gone gives an error and no
/// signal.
private struct Channels {
  /// This process's ends in the order input, output, messages; -1 once closed.
  private(set) var ownEnds: [Int32] = []
  /// The child's ends in the same order.
  private(set) var childEnds: [Int32] = []

  mutating func open() throws(ProcessFailure) {
    for _ in 0..<3 {
      var pair: [Int32] = [-1, -1]
      guard socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0 else {
        throw .unstartable(errno)
      }
      ownEnds.append(pair[0])
      childEnds.append(pair[1])
      // The child's copies get other numbers and stay open.
      for end in pair { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    }
  }

  mutating func closeChildEnds() { Self.close(&childEnds) }

  mutating func closeInput() { Self.close(&ownEnds[0]) }

  mutating func closeAll() {
    Self.close(&ownEnds)
    Self.close(&childEnds)
  }

  private static func close(_ ends: inout [Int32]) {
    for index in ends.indices { close(&ends[index]) }
  }

  private static func close(_ end: inout Int32) {
    if end >= 0 { _ = Glibc.close(end) }
    end = -1
  }
}
