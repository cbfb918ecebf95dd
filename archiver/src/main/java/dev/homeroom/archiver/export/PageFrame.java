package dev.homeroom.archiver.export;

import org.openpdf.text.Document;
import org.openpdf.text.pdf.BaseFont;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/** What stands on every page: above, what is exported and by whom, and below, which page it is and of how many. */
final class PageFrame extends PdfPageEventHelper {
    private static final float SIZE = 8;
    private static final float NUMBER_WIDTH = 60;
    private static final float ABOVE = 22;
    private static final float BELOW = 28;

    private final BaseFont font;
    private final PrintedWords words;
    private final String left;
    private final String right;
    private final PdfTemplate total;

    PageFrame(PdfWriter writer, BaseFont font, PrintedWords words, String left, String right) {
        this.font = font;
        this.words = words;
        this.left = left;
        this.right = right;
        total = writer.getDirectContent().createTemplate(NUMBER_WIDTH, SIZE * 2);
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte page = writer.getDirectContent();
        String number = words.page(writer.getPageNumber());
        float numberAt = (document.left() + document.right() - font.getWidthPoint(number, SIZE)) / 2;
        float rightWidth = font.getWidthPoint(right, SIZE);
        page.beginText();
        page.setFontAndSize(font, SIZE);
        page.setGrayFill(0.35f);
        show(
                page,
                fitting(left, document.right() - document.left() - rightWidth - 12),
                document.left(),
                document.top() + ABOVE);
        show(page, right, document.right() - rightWidth, document.top() + ABOVE);
        show(page, number, numberAt, document.bottom() - BELOW);
        page.endText();
        page.addTemplate(total, numberAt + font.getWidthPoint(number, SIZE), document.bottom() - BELOW);
        page.setGrayFill(0);
    }

    /** Only now it is known how many pages there are. */
    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        total.beginText();
        total.setFontAndSize(font, SIZE);
        total.setGrayFill(0.35f);
        total.showText(writer.getPageNumber() - 1 + words.pages());
        total.endText();
    }

    private static void show(PdfContentByte page, String text, float x, float y) {
        page.setTextMatrix(x, y);
        page.showText(text);
    }

    private String fitting(String text, float width) {
        if (font.getWidthPoint(text, SIZE) <= width) {
            return text;
        }
        int[] characters = text.codePoints().toArray();
        int length = characters.length;
        while (length > 0 && font.getWidthPoint(new String(characters, 0, length) + "…", SIZE) > width) {
            length--;
        }
        return new String(characters, 0, length) + "…";
    }
}
