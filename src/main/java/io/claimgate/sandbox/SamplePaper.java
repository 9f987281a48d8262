package io.claimgate.sandbox;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page of plain lines as the smallest PDF that every reader opens. */
final class SamplePaper {

    private static final String FONT = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    private static final String PAGE =
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R" + "/Resources<</Font<</F 5 0 R>>>>>>";

    private SamplePaper() {}

    static byte[] pdf(List<String> lines) {
        StringBuilder page = new StringBuilder("BT /F 12 Tf 72 760 Td 18 TL\n");
        lines.forEach(line ->
                page.append('(').append(line.replaceAll("([\\\\()])", "\\\\$1")).append(") Tj T*\n"));
        page.append("ET\n");
        return written(List.of(
                "<</Type/Catalog/Pages 2 0 R>>",
                "<</Type/Pages/Kids[3 0 R]/Count 1>>",
                PAGE,
                "<</Length " + page.length() + ">>\nstream\n" + page + "endstream",
                FONT));
    }

    /** Objects, the table of where they begin, and where that table begins. */
    private static byte[] written(List<String> objects) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        List<Integer> offsets = new ArrayList<>();
        add(pdf, "%PDF-1.4\n");
        for (int i = 0; i < objects.size(); i++) {
            offsets.add(pdf.size());
            add(pdf, (i + 1) + " 0 obj\n" + objects.get(i) + "\nendobj\n");
        }
        int table = pdf.size();
        int size = objects.size() + 1;
        add(pdf, "xref\n0 " + size + "\n0000000000 65535 f \n");
        offsets.forEach(offset -> add(pdf, "%010d 00000 n \n".formatted(offset)));
        add(pdf, "trailer\n<</Root 1 0 R/Size " + size + ">>\nstartxref\n" + table + "\n%%EOF\n");
        return pdf.toByteArray();
    }

    private static void add(ByteArrayOutputStream pdf, String text) {
        pdf.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
