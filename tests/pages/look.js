// Runs at the end of a copy of a page: tells its parent what does not fit, and the figures that a reader sees.
'use strict';
const faults = [];
const fault = text => faults.length < 20 && faults.push(text);
const root = document.documentElement;
const name = element => `${element.tagName} ${element.className} "${element.textContent.trim().slice(0, 40)}"`;
if (root.scrollWidth > root.clientWidth) {
  fault(`the page is ${root.scrollWidth} wide in ${root.clientWidth}`);
}
for (const element of document.querySelectorAll('body *:not(svg *)')) {
  const box = element.getBoundingClientRect();
  if (box.width > 0 && box.right > root.clientWidth + 1 && !element.closest('.scroll')) {
    fault(`beyond the right edge: ${name(element)}`);
  }
}
for (const cell of document.querySelectorAll('th, td, dd, h1, h2, h3, p, figcaption')) {
  if (cell.clientWidth > 0 && cell.scrollWidth > cell.clientWidth + 1) {
    fault(`cut: ${name(cell)}`);
  }
}
for (const cell of document.querySelectorAll('td:not(.t):not(.v):not(.l)')) {
  if (cell.getClientRects().length > 0 && cell.firstChild) {
    const range = document.createRange();
    range.selectNodeContents(cell);
    if (new Set([...range.getClientRects()].map(box => Math.round(box.top / 8))).size > 1) {
      fault(`a number on two lines: ${name(cell)}`);
    }
  }
}
for (const text of document.querySelectorAll('svg text')) {
  const box = text.getBBox();
  if (box.x < -1 || box.x + box.width > text.ownerSVGElement.viewBox.baseVal.width + 1) {
    fault(`outside its chart: ${name(text)}`);
  }
}
for (const box of document.querySelectorAll('#table input.f')) {
  const row = document.querySelector(`#table tr.${box.id}`);
  const before = getComputedStyle(row).display;
  if (box.getClientRects().length === 0) {
    continue;
  }
  box.focus();
  box.click();
  if (document.activeElement !== box || (before === 'none') === (getComputedStyle(row).display === 'none')) {
    fault(`does not fold: ${box.getAttribute('aria-label')}`);
  }
  box.click();
}

const plain = cell => {
  const data = cell.querySelector('data');
  const text = data ? data.value : cell.textContent.replace(/[ ▲▼=,+]/g, '').replace('−', '-');
  return text === '–' ? '' : text;
};
const outcomes = { g: 'favorable', r: 'unfavorable', z: 'neutral' };
const lines = [];
const rowsOf = (table, write) => {
  let center = '';
  let only = table.dataset.measure || '';
  for (const row of table.querySelectorAll('tbody tr')) {
    const head = row.querySelector('th.c');
    center = head ? (head.querySelector('.code') || { textContent: '' }).textContent : center;
    const cells = [...row.querySelectorAll('td')];
    const measure = cells[0].className === 't' ? cells.shift().textContent : only;
    if (center && cells.length > 1) { // A heading above rows has one cell.
      write(center, measure, cells);
    }
  }
};
const main = document.querySelector('#table table');
rowsOf(main, (center, measure, cells) => lines.push(
  [center, measure, ...cells.slice(0, 4).map(plain), outcomes[cells[2].className]].join(',')));
for (const table of document.querySelectorAll('#periods table')) {
  const periods = [...table.querySelectorAll('thead abbr')].map(head => head.title);
  rowsOf(table, (center, measure, cells) => periods.forEach((period, i) => cells[i].textContent !== '–' && lines.push(
    [center, period, measure, plain(cells[i]), outcomes[cells[i].className]].join(','))));
}
parent.postMessage([innerWidth, faults.map(text => `FAULT at ${innerWidth}: ${text}`), lines], '*');
