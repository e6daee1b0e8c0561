"use strict";
// Shows a Word file where there is no PDF of it. docx-preview writes its styles into the page, which the page's policy
// forbids: they are taken over as a sheet that the script itself makes.

const showWord = async (place, address) => {
  const answer = await fetch(address);
  const file = await answer.blob();
  const styles = document.createElement("div");
  place.replaceChildren();
  await docx.renderAsync(file, place, styles, { inWrapper: false, useBase64URL: true });
  const sheets = [];
  for (const found of [...styles.querySelectorAll("style"), ...place.querySelectorAll("style")]) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(found.textContent);
    sheets.push(sheet);
    found.remove();
  }
  // The one thing that it shows as nothing is a no-break hyphen: 24/KH-UBND would read 24/KHUBND.
  for (const hyphen of place.querySelectorAll("wbr")) hyphen.replaceWith("-");
  document.adoptedStyleSheets = sheets;
};

for (const place of document.querySelectorAll("[data-word]")) showWord(place, place.dataset.word);
