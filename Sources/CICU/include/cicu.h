#ifndef CICU_H
#define CICU_H
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// Returns the version of the ICU library in use, such as "72.1".
const char *cicu_version(void);

#ifdef __cplusplus
}
#endif
#endif
