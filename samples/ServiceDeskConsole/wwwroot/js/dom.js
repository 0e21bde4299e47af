// The pages are written as functions from what is known to elements. render() brings the document there with as few changes as possible,
// so that focus, selection and half-written texts outlive every live change.

/** Makes an element: attributes, "on…" handlers, a "key" that tells siblings apart, children (strings, elements, arrays; null and false are left out). */
export function h(name, properties, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties ?? {})) {
    if (key === 'key') {
      element.key = value;
    } else if (key.startsWith('on')) {
      element[key] = value;
      (element.handlers ??= []).push(key);
    } else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(key, value === true ? '' : value);
    }
  }

  element.append(...nodes(children));
  return element;
}

/** Gives a parent exactly these children. */
export function render(parent, ...children) {
  const focused = document.activeElement;
  morphChildren(parent, nodes(children));
  if (focused !== document.activeElement && focused?.isConnected && parent.contains(focused)) {
    focused.focus({ preventScroll: true });
  }
}

function nodes(children) {
  return children.flat(Infinity)
    .filter(child => child !== null && child !== undefined && child !== false && child !== '')
    .map(child => child instanceof Node ? child : document.createTextNode(String(child)));
}

function morphChildren(parent, wanted) {
  const keyed = new Map();
  for (const child of parent.childNodes) {
    if (child.key !== undefined) {
      keyed.set(child.key, child);
    }
  }

  let at = parent.firstChild;
  for (const node of wanted) {
    const match = node.key !== undefined ? keyed.get(node.key) : at?.key === undefined ? at : null;
    if (!match || match.nodeName !== node.nodeName) {
      parent.insertBefore(node, at);
      continue;
    }

    if (match === at) {
      at = at.nextSibling;
    } else {
      parent.insertBefore(match, at);
    }

    morph(match, node);
  }

  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

function morph(old, wanted) {
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== wanted.data) {
      old.data = wanted.data;
    }

    return;
  }

  for (const { name } of [...old.attributes]) {
    if (!wanted.hasAttribute(name)) {
      old.removeAttribute(name);
    }
  }

  for (const { name, value } of wanted.attributes) {
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }

  for (const handler of old.handlers ?? []) {
    old[handler] = null;
  }

  for (const handler of wanted.handlers ?? []) {
    old[handler] = wanted[handler];
  }

  old.handlers = wanted.handlers;
  morphChildren(old, [...wanted.childNodes]);
}
