/// The version of the index format; an index of another version is refused.
package let indexFormatVersion = 1
