package io.timbre.cli;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.Arrays;

/** Slices classes by the first of the given packages that holds them; others belong to no slice. */
final class FirstFolder implements SliceAssignment {
    private final String[] packages;

    FirstFolder(String... packages) {
        this.packages = packages;
    }

    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
        return Arrays.stream(packages)
                .map(name -> name.replace("..", ""))
                .filter(name -> (type.getPackageName() + ".").startsWith(name + "."))
                .findFirst()
                .map(SliceIdentifier::of)
                .orElseGet(SliceIdentifier::ignore);
    }

    @Override
    public String getDescription() {
        return String.join(", ", packages);
    }
}
