package org.dl4jsuite.compare.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import org.dl4jsuite.compare.Json;

/**
 * A chart that the page draws with Apache ECharts.
 *
 * @param id of the element it is drawn into
 * @param title above the chart
 * @param description for those who cannot see it
 * @param height in pixels; the width is the page's
 * @param option what ECharts is told; a formatter that begins with {@code @} is one of those in charts.js
 */
public record Chart(String id, String title, String description, int height, JsonNode option) {

    /** The option, safe inside a script element. */
    public String json() {
        try {
            return Json.MAPPER.writeValueAsString(option).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of JSON nodes can always be written.", e);
        }
    }
}
