package io.github.dbsync.bench;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jfree.chart.ChartFactory;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.data.category.DefaultCategoryDataset;
import org.jfree.svg.SVGGraphics2D;

/** Draws the seconds of each contender. */
final class Picture {

    private static final int WIDTH = 1000;
    private static final float WIDTH_OF_LABELS = 0.6f;
    private static final int HEIGHT_OF_A_BAR = 30;
    private static final int HEIGHT_OF_THE_REST = 150;

    private Picture() {}

    static void write(List<Result> results, Path file) throws IOException {
        DefaultCategoryDataset seconds = new DefaultCategoryDataset();
        List<Result> drawn =
                results.stream().filter(result -> !result.isFailure()).toList();
        drawn.forEach(result -> seconds.addValue(result.median(Measurement::seconds), "", label(result)));
        JFreeChart chart = ChartFactory.createBarChart(
                "Seconds of the whole process; shorter is better",
                null,
                null,
                seconds,
                PlotOrientation.HORIZONTAL,
                false,
                false,
                false);
        chart.getCategoryPlot().getDomainAxis().setMaximumCategoryLabelWidthRatio(WIDTH_OF_LABELS);
        int height = HEIGHT_OF_THE_REST + HEIGHT_OF_A_BAR * drawn.size();
        SVGGraphics2D canvas = new SVGGraphics2D(WIDTH, height);
        chart.draw(canvas, new Rectangle(WIDTH, height));
        Files.writeString(file, canvas.getSVGDocument());
    }

    private static String label(Result result) {
        return result.workload().title() + ", " + result.contender().direction().title() + ": "
                + result.contender().name();
    }
}
