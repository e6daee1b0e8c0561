"use strict";
// Shows a Word file where there is no PDF of it. docx-preview writes its styles into the page, which the page's policy
// forbids: they are taken over as a sheet that the script itself makes.

for (const place of document.querySelectorAll("[data-word]")) {
  fetch(place.dataset.word).then((answer) => answer.blob()).then(async (file) => {
    const styles = document.createElement("div");
    await docx.renderAsync(file, place, styles, { inWrapper: false, useBase64URL: true });
    for (const found of [...styles.querySelectorAll("style"), ...place.querySelectorAll("style")]) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(found.textContent);
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      found.remove();
    }
  });
}
