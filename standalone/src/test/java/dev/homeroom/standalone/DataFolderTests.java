package dev.homeroom.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homeroom.standalone.DataFolder.Opening;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTests {
    @TempDir
    Path parent;

    @Test
    void isMadeWhereItIsMissing() throws IOException {
        try (DataFolder _ = opened(true)) {
            assertThat(path().resolve("VERSION")).hasContent("1");
        }
    }

    @Test
    void opensAgain() throws IOException {
        opened(true).close();
        opened(true).close();
    }

    @Test
    void keepsTheSchoolThatItBeganWith() throws IOException {
        opened(false).close();
        try (DataFolder folder = opened(true)) {
            assertThat(folder.hasDemoSchool()).isFalse();
        }
    }

    @Test
    void saysThatItKeepsTheDemoSchool() throws IOException {
        try (DataFolder folder = opened(true)) {
            assertThat(folder.remark(true)).isEmpty();
            assertThat(folder.remark(false))
                    .hasValueSatisfying(line -> assertThat(line).startsWith("--empty is for a new data folder"));
        }
    }

    @Test
    void saysNothingOfAFolderThatIsEmptyAsWanted() throws IOException {
        try (DataFolder folder = opened(false)) {
            assertThat(folder.remark(false)).isEmpty();
        }
    }

    @Test
    void isForOneAtATime() throws IOException {
        try (DataFolder _ = opened(true)) {
            assertThat(refusal()).contains("another Homeroom runs in the data folder");
        }
    }

    @Test
    void refusesANewerVersion() throws IOException {
        opened(true).close();
        Files.writeString(path().resolve("VERSION"), "2\n");
        assertThat(refusal()).contains("is of a newer Homeroom (version 2, this one knows 1)");
    }

    @Test
    void leavesANewerVersionUntouched() throws IOException {
        opened(true).close();
        Files.writeString(path().resolve("VERSION"), "2\n");
        assertThat(refusal()).isNotEmpty();
        assertThat(path().resolve("VERSION")).hasContent("2");
    }

    @Test
    void refusesAVersionThatIsNone() throws IOException {
        opened(true).close();
        Files.writeString(path().resolve("VERSION"), "new\n");
        assertThat(refusal()).contains("does not hold a version");
    }

    @Test
    void refusesAFolderOfSomethingElse() throws IOException {
        Files.createDirectories(path());
        Files.writeString(path().resolve("thesis.txt"), "mine");
        assertThat(refusal()).contains("is not empty and no data folder of Homeroom");
    }

    @Test
    void refusesAPathThatIsAFile() throws IOException {
        Files.writeString(path(), "mine");
        assertThat(refusal()).isEqualTo("the data folder " + path() + " cannot be used: it is a file, and no folder");
    }

    @Test
    void refusesAPathBelowAFile() throws IOException {
        Files.writeString(path(), "mine");
        assertThat(DataFolder.open(path().resolve("below"), true))
                .isEqualTo(new Opening.Refused(
                        "the data folder " + path().resolve("below") + " cannot be used: Not a directory"));
    }

    private Path path() {
        return parent.resolve("data");
    }

    private DataFolder opened(boolean demo) {
        if (DataFolder.open(path(), demo) instanceof Opening.Opened(DataFolder folder)) {
            return folder;
        }
        throw new AssertionError("not opened");
    }

    private String refusal() {
        if (DataFolder.open(path(), true) instanceof Opening.Refused(String line)) {
            return line;
        }
        throw new AssertionError("not refused");
    }
}
