/** Networks written as their papers' tables: layers with their shapes and counts of numbers, the shapes of whole networks. */
@NullMarked
package io.timbre.networks.table;

import org.jspecify.annotations.NullMarked;
