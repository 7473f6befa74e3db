// axe-core on pages (files), in light and in dark, on a phone and on a desk. Arguments: the browser, then the pages.
import { chromium } from "playwright-core";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [executablePath, ...pages] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
// Without a sandbox, since a gate may run as root, and without what looks for a network.
const args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"];
args.push("--disable-background-networking", "--disable-component-update");
const browser = await chromium.launch({ executablePath, args });
const faults = [];
let looks = 0;
for (const colorScheme of ["light", "dark"]) {
  for (const width of [360, 1280]) {
    // The page's own policy may forbid scripts; the check brings one.
    const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } });
    const page = await context.newPage();
    let shown = "";
    // A page is to be read offline, from a mail or a folder.
    page.on("request", (request) => {
      if (!/^(file|data|about):/.test(request.url())) faults.push(`${shown}: asks for ${request.url()}`);
    });
    page.on("console", (said) => said.type() === "error" && faults.push(`${shown}: ${said.text()}`));
    page.on("pageerror", (error) => faults.push(`${shown}: ${error}`));
    for (const file of pages) {
      shown = `${file} (${colorScheme}, ${width} wide)`;
      await page.goto(pathToFileURL(file).href);
      await page.evaluate(axe);
      const { violations, incomplete } = await page.evaluate(() => axe.run());
      // On a page without a background of its own axe cannot tell contrast, and then says nothing about it.
      // What stands behind the text of an inline SVG it never can tell; that has the colours of the page's own text.
      const unsure = incomplete
        .filter(({ id }) => id === "color-contrast")
        .map((check) => ({ ...check, nodes: check.nodes.filter(({ html }) => !html.startsWith("<text")) }))
        .filter(({ nodes }) => nodes.length > 0);
      for (const { id, help, nodes } of [...violations, ...unsure]) {
        const why = nodes[0].any.map((any) => any.message);
        faults.push(`${shown}: ${id}: ${help}: ${nodes[0].html.slice(0, 160)}: ${why}`);
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) faults.push(`${shown}: ${wide} pixels wider than the screen`);
      looks += 1;
    }
    await context.close();
  }
}
await browser.close();
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exit(1);
}
console.log(`${pages.length} pages, ${looks} looks`);
