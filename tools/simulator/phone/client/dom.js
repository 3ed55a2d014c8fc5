import { iconPaths } from './icons.js';

/**
 * Makes an element. Leaves out attributes that are false, null or undefined; `onClick` and the like add
 * listeners; texts among the children stay text, never HTML.
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...toNodes(children));
  return element;
}

/** The same for SVG. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) setAttribute(element, name, value);
  element.append(...toNodes(children));
  return element;
}

/** A line drawing of 24 × 24; the text beside it or the button's label gives its meaning. */
export function icon(name) {
  const paths = iconPaths[name].map((d) => svg('path', { d }));
  return svg('svg', { class: `icon icon-${name}`, viewBox: '0 0 24 24', 'aria-hidden': 'true' }, ...paths);
}

/** A button that shows only an icon. */
export function iconButton(name, label, attributes = {}) {
  return el(
    'button',
    {
      type: 'button',
      'aria-label': label,
      title: label,
      ...attributes,
      class: `round ${attributes.class ?? ''}`,
    },
    icon(name),
  );
}

/** Text for screen readers only. */
export function unseen(text) {
  return el('span', { class: 'hidden-visually' }, text);
}

function setAttribute(element, name, value) {
  if (value === false || value === null || value === undefined) return;
  if (name.startsWith('on')) element.addEventListener(name.slice(2).toLowerCase(), value);
  else element.setAttribute(name, value === true ? '' : String(value));
}

function toNodes(children) {
  return children
    .flat(Number.POSITIVE_INFINITY)
    .filter((child) => child !== null && child !== undefined && child !== false && child !== '');
}

const drawn = new WeakMap();

/**
 * Brings a parent's children into line with `items`, touching only what changed, so that focus and scroll
 * position stay.
 * @param items `{ key, signature, build }`; a node is built again when its signature differs
 */
export function reconcile(parent, items) {
  const before = drawn.get(parent) ?? new Map();
  const after = new Map();
  let place = parent.firstChild;
  for (const { key, signature, build } of items) {
    const known = before.get(key);
    const node = known?.signature === signature ? known.node : build();
    if (known && known.node !== node) {
      if (known.node === place) place = node;
      replaceKeepingFocus(known.node, node);
    }
    if (node === place) place = node.nextSibling;
    else parent.insertBefore(node, place);
    after.set(key, { signature, node });
  }
  for (const [key, { node }] of before) if (!after.has(key)) node.remove();
  drawn.set(parent, after);
}

/** A focused button of the old node passes its focus to the same button of the new one. */
function replaceKeepingFocus(before, after) {
  const { activeElement } = document;
  const hadFocus = before.contains(activeElement);
  before.replaceWith(after);
  if (!hadFocus) return;
  const twins = [...after.querySelectorAll(activeElement.tagName)];
  twins.find(({ className }) => className === activeElement.className)?.focus();
}
