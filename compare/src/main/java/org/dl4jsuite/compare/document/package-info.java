/** Documents: blocks of content, and three renderers that draw them as a page, as Markdown and on a console. */
package org.dl4jsuite.compare.document;
