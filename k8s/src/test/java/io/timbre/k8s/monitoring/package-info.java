/** Holds the dashboards to Grafana's published schema, and the alerts to promtool. */
@NullMarked
package io.timbre.k8s.monitoring;

import org.jspecify.annotations.NullMarked;
