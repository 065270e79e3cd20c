#include <simdjson.h>

#include <new>

#include "CSimdjson.h"

struct plumbline_yardstick {
    simdjson::ondemand::parser parser;
};

extern "C" {

plumbline_yardstick *plumbline_yardstick_create(void) { return new (std::nothrow) plumbline_yardstick(); }
void plumbline_yardstick_destroy(plumbline_yardstick *yardstick) { delete yardstick; }

uint64_t plumbline_yardstick_parse(plumbline_yardstick *yardstick, const uint8_t *bytes, size_t length,
                                   size_t capacity) {
    simdjson::ondemand::document document;
    const simdjson::padded_string_view view(bytes, length, capacity);
    if (yardstick->parser.iterate(view).get(document)) return 0;
    uint64_t checksum = 0;
    simdjson::ondemand::object object;
    if (document.get_object().get(object)) return 0;
    for (auto field : object) {
        simdjson::ondemand::raw_json_string key;
        if (field.key().get(key)) return 0;
        if (key == "eventTime" || key == "eventSource" || key == "eventName" || key == "awsRegion" ||
            key == "eventID" || key == "recipientAccountId") {
            std::string_view text;
            if (field.value().get_string().get(text)) return 0;
            checksum += text.size() + uint8_t(text.empty() ? 0 : text.back());
        }
    }
    return checksum;
}

}  // extern "C"
