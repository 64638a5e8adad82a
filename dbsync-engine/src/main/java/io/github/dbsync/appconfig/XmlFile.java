package io.github.dbsync.appconfig;

import io.github.dbsync.endpoint.Secret;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Range;
import org.jsoup.parser.Parser;

/**
 * An XML file, read by jsoup, which knows the place of each attribute.
 *
 * @param file the file
 * @param content its elements; texts in them have one character for each byte
 */
record XmlFile(ConfigFile file, Document content) {

    static XmlFile read(ConfigFile file) {
        Parser parser = Parser.xmlParser().setTrackPosition(true);
        return new XmlFile(file, Jsoup.parse(file.text(), "", parser));
    }

    /** The setting that an attribute is, under a key of the caller's choice; empty where it is not there. */
    Optional<Setting> attribute(Element element, String name, String key) {
        if (!element.hasAttr(name)) {
            return Optional.empty();
        }
        Range range = element.attributes().sourceRange(name).valueRange();
        Span span = new Span(range.startPos(), range.endPos());
        String value = Parser.unescapeEntities(file.decoded(span), true);
        Notation notation = new XmlNotation(file.text().charAt(span.start() - 1));
        return Optional.of(new Setting(file, span, notation, key, new Secret(value)));
    }
}
