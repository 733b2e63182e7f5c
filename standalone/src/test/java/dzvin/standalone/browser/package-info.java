/**
 * A real browser for tests of pages: {@link dzvin.standalone.browser.Browser} drives headless Chromium through the W3C
 * WebDriver protocol. What a page did, it did for a user's eyes and keys; tests that need it are skipped, with the
 * reason, on machines that have no Chromium.
 */
package dzvin.standalone.browser;
