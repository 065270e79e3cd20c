#pragma once
/* libcurl's options are variadic, which Swift cannot call: each request that we make is one call here. */
#include <curl/curl.h>
#include <string.h>

/* What came back. The text is cut at the room that the caller gives. */
struct plumbline_answer {
    long status;
    size_t count;
    size_t room;
    char *text;
};

static inline size_t plumbline_take(char *bytes, size_t size, size_t count, void *place) {
    struct plumbline_answer *answer = (struct plumbline_answer *)place;
    size_t offered = size * count;
    if (answer->count + offered > answer->room) return 0;
    memcpy(answer->text + answer->count, bytes, offered);
    answer->count += offered;
    return offered;
}

/* A request over https to the named host only: no redirection is followed. NULL without memory. `error` has room for
   CURL_ERROR_SIZE. */
static inline CURL *plumbline_request(
    const char *url, const char *authority, long timeout_milliseconds, struct plumbline_answer *answer, char *error) {
    CURL *curl = curl_easy_init();
    if (curl == NULL) return NULL;
    error[0] = 0;
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, error);
    curl_easy_setopt(curl, CURLOPT_URL, url);
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https");
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_TIMEOUT_MS, timeout_milliseconds);
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, plumbline_take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, answer);
    if (authority != NULL) curl_easy_setopt(curl, CURLOPT_CAINFO, authority);
    return curl;
}

/* Makes the request and lets it go. Returns 0, or an error with its text in `error`. */
static inline int plumbline_perform(CURL *curl, struct plumbline_answer *answer, char *error) {
    CURLcode code = curl_easy_perform(curl);
    if (code == CURLE_OK) curl_easy_getinfo(curl, CURLINFO_RESPONSE_CODE, &answer->status);
    if (code != CURLE_OK && error[0] == 0) strncpy(error, curl_easy_strerror(code), CURL_ERROR_SIZE - 1);
    curl_easy_cleanup(curl);
    return (int)code;
}

/* Posts a form, with basic authorisation. Returns 0, or an error with its text in `error`. */
static inline int plumbline_post(
    const char *url, const char *user, const char *password, const char *form, const char *authority,
    long timeout_milliseconds, struct plumbline_answer *answer, char *error) {
    CURL *curl = plumbline_request(url, authority, timeout_milliseconds, answer, error);
    if (curl == NULL) return CURLE_FAILED_INIT;
    curl_easy_setopt(curl, CURLOPT_HTTPAUTH, (long)CURLAUTH_BASIC);
    curl_easy_setopt(curl, CURLOPT_USERNAME, user);
    curl_easy_setopt(curl, CURLOPT_PASSWORD, password);
    curl_easy_setopt(curl, CURLOPT_POSTFIELDS, form);
    return plumbline_perform(curl, answer, error);
}

/* Gets what is at the address. Returns 0, or an error with its text in `error`. */
static inline int plumbline_get(
    const char *url, const char *authority, long timeout_milliseconds, struct plumbline_answer *answer, char *error) {
    CURL *curl = plumbline_request(url, authority, timeout_milliseconds, answer, error);
    if (curl == NULL) return CURLE_FAILED_INIT;
    return plumbline_perform(curl, answer, error);
}
