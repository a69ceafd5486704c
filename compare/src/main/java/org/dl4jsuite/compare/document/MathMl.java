package org.dl4jsuite.compare.document;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import uk.ac.ed.ph.snuggletex.SnuggleEngine;
import uk.ac.ed.ph.snuggletex.SnuggleInput;
import uk.ac.ed.ph.snuggletex.SnuggleSession;

/** Formulas for pages: LaTeX in, MathML out. */
final class MathMl {
    private static final String NAMESPACE = "http://www.w3.org/1998/Math/MathML";
    private static final SnuggleEngine ENGINE = new SnuggleEngine();

    private MathMl() {}

    /**
     * Returns a formula as a {@code math} element.
     *
     * @throws IllegalArgumentException if it is not the LaTeX that SnuggleTeX knows
     */
    static String of(String latex) {
        SnuggleSession session = ENGINE.createSession();
        try {
            session.parseInput(new SnuggleInput("$$" + latex + "$$"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        NodeList nodes = session.buildDOMSubtree();
        if (!session.getErrors().isEmpty() || nodes.getLength() != 1) {
            throw new IllegalArgumentException("Formula \"" + latex + "\" cannot be read: " + session.getErrors());
        }
        Element math = (Element) nodes.item(0);
        spellOutFences(math);
        return text(math);
    }

    /** Browsers no longer draw mfenced; an mrow with the two fences looks the same. */
    private static void spellOutFences(Element element) {
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            if (children.item(i) instanceof Element child) {
                spellOutFences(child);
                if (child.getLocalName().equals("mfenced")) {
                    element.replaceChild(row(child), child);
                }
            }
        }
    }

    private static Element row(Element fenced) {
        Document document = fenced.getOwnerDocument();
        Element row = document.createElementNS(NAMESPACE, "mrow");
        row.appendChild(fence(document, fenced.getAttribute("open")));
        while (fenced.getFirstChild() != null) {
            row.appendChild(fenced.getFirstChild());
        }
        row.appendChild(fence(document, fenced.getAttribute("close")));
        return row;
    }

    private static Node fence(Document document, String character) {
        Element operator = document.createElementNS(NAMESPACE, "mo");
        operator.setTextContent(character);
        return operator;
    }

    private static String text(Element math) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(math), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("A tree of elements can always be written.", e);
        }
    }
}
