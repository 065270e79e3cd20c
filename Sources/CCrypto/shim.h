#pragma once
/* The piecewise SHA-256 calls are marked as old in OpenSSL 3, but nothing replaces them without an allocation. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
