#pragma once
/* The piecewise SHA-256 calls are marked as old in OpenSSL 3, but nothing replaces them without an allocation. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ecdsa.h>
#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <openssl/param_build.h>
#include <openssl/sha.h>

/* Verifies a signature over SHA-256 with a public key of this type, and lets the parameters go. 1 if it is right. */
static inline int plumbline_verify(
    const char *type, OSSL_PARAM *parameters, const unsigned char *message, size_t message_count,
    const unsigned char *signature, size_t signature_count) {
    int answer = 0;
    EVP_PKEY *key = NULL;
    EVP_PKEY_CTX *maker = EVP_PKEY_CTX_new_from_name(NULL, type, NULL);
    EVP_MD_CTX *digest = EVP_MD_CTX_new();
    if (parameters != NULL && maker != NULL && digest != NULL && EVP_PKEY_fromdata_init(maker) == 1
        && EVP_PKEY_fromdata(maker, &key, EVP_PKEY_PUBLIC_KEY, parameters) == 1
        && EVP_DigestVerifyInit(digest, NULL, EVP_sha256(), NULL, key) == 1)
        answer = EVP_DigestVerify(digest, signature, signature_count, message, message_count) == 1;
    EVP_MD_CTX_free(digest);
    EVP_PKEY_free(key);
    EVP_PKEY_CTX_free(maker);
    OSSL_PARAM_free(parameters);
    ERR_clear_error();
    return answer;
}

/* RSASSA-PKCS1-v1_5 with SHA-256 (RS256); the key's numbers are big-endian. 1 if the signature is right. */
static inline int plumbline_verify_rsa(
    const unsigned char *modulus, size_t modulus_count, const unsigned char *exponent, size_t exponent_count,
    const unsigned char *message, size_t message_count, const unsigned char *signature, size_t signature_count) {
    BIGNUM *n = BN_bin2bn(modulus, (int)modulus_count, NULL);
    BIGNUM *e = BN_bin2bn(exponent, (int)exponent_count, NULL);
    OSSL_PARAM_BLD *list = OSSL_PARAM_BLD_new();
    OSSL_PARAM *parameters = NULL;
    if (n != NULL && e != NULL && list != NULL && OSSL_PARAM_BLD_push_BN(list, OSSL_PKEY_PARAM_RSA_N, n) == 1
        && OSSL_PARAM_BLD_push_BN(list, OSSL_PKEY_PARAM_RSA_E, e) == 1)
        parameters = OSSL_PARAM_BLD_to_param(list);
    int answer = plumbline_verify("RSA", parameters, message, message_count, signature, signature_count);
    OSSL_PARAM_BLD_free(list);
    BN_free(n);
    BN_free(e);
    return answer;
}

/* ECDSA over P-256 with SHA-256 (ES256): a point of 32 + 32 bytes, a signature of 32 + 32 bytes, r before s. libcrypto takes
   signatures in DER. 1 if the signature is right. */
static inline int plumbline_verify_p256(
    const unsigned char *point, const unsigned char *message, size_t message_count, const unsigned char *signature) {
    unsigned char whole[65] = {4};
    for (int i = 0; i < 64; i++) whole[i + 1] = point[i];
    int answer = 0;
    unsigned char *text = NULL;
    ECDSA_SIG *pair = ECDSA_SIG_new();
    BIGNUM *r = BN_bin2bn(signature, 32, NULL);
    BIGNUM *s = BN_bin2bn(signature + 32, 32, NULL);
    if (pair != NULL && r != NULL && s != NULL && ECDSA_SIG_set0(pair, r, s) == 1) {
        r = s = NULL;
        int count = i2d_ECDSA_SIG(pair, &text);
        OSSL_PARAM_BLD *list = OSSL_PARAM_BLD_new();
        OSSL_PARAM *parameters = NULL;
        if (count > 0 && list != NULL
            && OSSL_PARAM_BLD_push_utf8_string(list, OSSL_PKEY_PARAM_GROUP_NAME, "prime256v1", 0) == 1
            && OSSL_PARAM_BLD_push_octet_string(list, OSSL_PKEY_PARAM_PUB_KEY, whole, sizeof whole) == 1)
            parameters = OSSL_PARAM_BLD_to_param(list);
        if (count > 0) answer = plumbline_verify("EC", parameters, message, message_count, text, (size_t)count);
        OSSL_PARAM_BLD_free(list);
    }
    OPENSSL_free(text);
    BN_free(r);
    BN_free(s);
    ECDSA_SIG_free(pair);
    return answer;
}
