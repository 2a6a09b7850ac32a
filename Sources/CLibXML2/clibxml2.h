// Nothing is declared here: this target only carries the compiler and linker flags of libxml2 to CXML.
