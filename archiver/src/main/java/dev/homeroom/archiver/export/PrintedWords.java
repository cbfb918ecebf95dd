package dev.homeroom.archiver.export;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.homeroom.archiver.account.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What an export says by itself, in the languages of the pages. */
enum PrintedWords {
    EN(Locale.ENGLISH, "EEEE, d MMMM uuuu", "d MMM uuuu, HH:mm") {
        @Override
        String transcript() {
            return "Transcript";
        }

        @Override
        String ofPerson(String name) {
            return "What " + name + " wrote, in every room";
        }

        @Override
        String span(@Nullable String from, @Nullable String to) {
            if (from == null && to == null) {
                return "From the beginning";
            }
            return to == null ? "From " + from : (from == null ? "" : "From " + from + " ") + "until " + to;
        }

        @Override
        String filtered() {
            return "Filtered: not everything that was said is here";
        }

        @Override
        String exported(String by, String when, ZoneId zone) {
            return "Exported by " + by + ", " + when + " (" + zone.getId() + ")";
        }

        @Override
        String pseudonyms() {
            return "People have codes for names. What they wrote may still tell who they are.";
        }

        @Override
        String removed() {
            return "This message was removed.";
        }

        @Override
        String cameIn() {
            return "came in";
        }

        @Override
        String left() {
            return "left";
        }

        @Override
        String nothing() {
            return "Nothing was written here.";
        }

        @Override
        String page(int number) {
            return "Page " + number + " of ";
        }

        @Override
        String pages() {
            return "";
        }

        @Override
        String somebody() {
            return "somebody";
        }

        @Override
        String pseudonym(@Nullable Role role, String code) {
            return switch (role) {
                case STUDENT -> "Student " + code;
                case TEACHER, ADMIN -> "Teacher " + code;
                case null -> "Guest " + code;
            };
        }
    },
    ZH(Locale.SIMPLIFIED_CHINESE, "uuuu年M月d日 EEEE", "uuuu年M月d日 HH:mm") {
        @Override
        String transcript() {
            return "聊天记录";
        }

        @Override
        String ofPerson(String name) {
            return name + "在所有房间写的内容";
        }

        @Override
        String span(@Nullable String from, @Nullable String to) {
            if (from == null && to == null) {
                return "从头开始";
            }
            return (from == null ? "" : "从" + from) + (to == null ? "起" : "到" + to + "为止");
        }

        @Override
        String filtered() {
            return "经过筛选：并非全部内容";
        }

        @Override
        String exported(String by, String when, ZoneId zone) {
            return by + "于" + when + "导出（" + zone.getId() + "）";
        }

        @Override
        String pseudonyms() {
            return "姓名已换成代号，但内容本身仍可能透露身份。";
        }

        @Override
        String removed() {
            return "这条消息已被移除。";
        }

        @Override
        String cameIn() {
            return "进入了房间";
        }

        @Override
        String left() {
            return "离开了房间";
        }

        @Override
        String nothing() {
            return "这里没有任何内容。";
        }

        @Override
        String page(int number) {
            return "第" + number + "页，共";
        }

        @Override
        String pages() {
            return "页";
        }

        @Override
        String somebody() {
            return "某人";
        }

        @Override
        String pseudonym(@Nullable Role role, String code) {
            return switch (role) {
                case STUDENT -> "学生" + code;
                case TEACHER, ADMIN -> "老师" + code;
                case null -> "访客" + code;
            };
        }
    };

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

    private final Locale locale;
    private final DateTimeFormatter day;
    private final DateTimeFormatter moment;

    PrintedWords(Locale locale, String day, String moment) {
        this.locale = locale;
        this.day = DateTimeFormatter.ofPattern(day, locale);
        this.moment = DateTimeFormatter.ofPattern(moment, locale);
    }

    /** The language, as it stands in JSON, in addresses and in HTML. */
    @JsonValue
    String text() {
        return locale.getLanguage();
    }

    /** @throws IllegalArgumentException if there is no such language */
    @JsonCreator
    static PrintedWords of(String text) {
        return Stream.of(values())
                .filter(words -> words.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such language"));
    }

    String day(LocalDate date) {
        return day.format(date);
    }

    String moment(Instant time, ZoneId zone) {
        return moment.format(time.atZone(zone));
    }

    String time(Instant time, ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }

    abstract String transcript();

    abstract String ofPerson(String name);

    abstract String span(@Nullable String from, @Nullable String to);

    abstract String filtered();

    abstract String exported(String by, String when, ZoneId zone);

    abstract String pseudonyms();

    abstract String removed();

    abstract String cameIn();

    abstract String left();

    abstract String nothing();

    /** What stands before the number of pages. */
    abstract String page(int number);

    /** What stands behind it. */
    abstract String pages();

    /** In place of a name that several have. */
    abstract String somebody();

    /** @param role null for guests */
    abstract String pseudonym(@Nullable Role role, String code);
}
