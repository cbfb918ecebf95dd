package dev.homeroom.bench.archive;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Words as a school uses them: few of them often and many seldom, so that some are in every other message and some in one of a
 * million. Immutable.
 */
final class Vocabulary {
    /** The most frequent ones, first. */
    static final List<String> ENGLISH = List.of(
            ("the is and to we it of in that for so think but with water because answer can this light what not "
                            + "plant energy yes why how same from leaf homework question cell heat number right maybe graph "
                            + "river does change more less about page line force mass point angle sum area map story poem "
                            + "verb noun past tense king war trade empire city ocean rain storm cloud rock soil root seed "
                            + "flower animal fish bird heart lung blood bone muscle brain nerve sugar oxygen carbon dioxide "
                            + "photosynthesis experiment measure table chart square circle triangle fraction decimal percent")
                    .split(" "));

    static final List<String> CHINESE =
            List.of(("我们 因为 所以 光合作用 植物 阳光 叶子 水分 能量 问题 答案 作业 老师 同学 可以 觉得 应该 知道 为什么 怎么 实验 数据 图表 "
                            + "温度 压力 速度 重量 面积 三角形 分数 历史 战争 城市 河流 海洋 天气 云层 岩石 土壤 种子 动物 心脏 血液 大脑 氧气")
                    .split(" "));

    private static final String CONSONANTS = "bcdfghjklmnprstvwz";
    private static final String VOWELS = "aeiou";
    private static final int SELDOM = 200_000;

    private Vocabulary() {}

    static String english(SplittableRandom random) {
        int rank = rank(random, ENGLISH.size() + SELDOM);
        return rank < ENGLISH.size() ? ENGLISH.get(rank) : seldom(rank - ENGLISH.size());
    }

    static String chinese(SplittableRandom random) {
        return CHINESE.get(rank(random, CHINESE.size()));
    }

    /** About as Zipf has it: each rank's share falls with the rank. */
    private static int rank(SplittableRandom random, int count) {
        return (int) Math.pow(count, random.nextDouble()) - 1;
    }

    /** A made-up word, the same for the same number. */
    static String seldom(int number) {
        StringBuilder word = new StringBuilder();
        int rest = number + 7_919;
        while (rest > 0 || word.length() < 6) {
            word.append(CONSONANTS.charAt(rest % CONSONANTS.length()));
            rest /= CONSONANTS.length();
            word.append(VOWELS.charAt(rest % VOWELS.length()));
            rest /= VOWELS.length();
        }
        return word.toString();
    }
}
