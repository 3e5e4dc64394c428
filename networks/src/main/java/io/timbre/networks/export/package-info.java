/** Networks with their parameters in the formats of other programs: MXNet's symbols and ONNX. */
@NullMarked
package io.timbre.networks.export;

import org.jspecify.annotations.NullMarked;
