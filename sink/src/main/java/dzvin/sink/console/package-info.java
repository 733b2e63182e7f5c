/**
 * The page for analysts: {@code ConsoleFiles} holds its files, which are plain HTML, CSS and JavaScript modules beside
 * this package. The page shows data as text and never as markup, and loads nothing from anywhere else.
 */
package dzvin.sink.console;
