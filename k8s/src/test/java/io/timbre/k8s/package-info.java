/** Holds the manifests to what Kubernetes and its operators accept, and to what the code has. */
@NullMarked
package io.timbre.k8s;

import org.jspecify.annotations.NullMarked;
