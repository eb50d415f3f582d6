/** @import { Kept, Link, Sample } from "./model.d.ts" */

/**
 * Finds the links of the source in the page. A link may lead elsewhere when it has become one within the site and kept its text.
 * @param {readonly Link[]} source @param {readonly Link[]} page @param {ReadonlySet<string>} targets ids of the old page
 * @returns {{ kept: Kept, samples: Sample[] }}
 */
export function compareLinks(source, page, targets) {
  const wanted = source.filter((link) => leadsSomewhere(link.href, targets));
  const left = new Set(page);
  const byHref = indexBy(page, (link) => linkKey(link.href));
  const open = wanted.filter((link) => !take(left, byHref.get(linkKey(link.href)) ?? []));
  const byText = indexBy([...left], (link) => link.text);
  const lost = open.filter(
    (link) =>
      !take(
        left,
        (byText.get(link.text) ?? []).filter((other) => mayStandFor(other.href, link.href)),
      ),
  );
  return {
    kept: { source: wanted.length, lost: lost.length },
    samples: lost.map((link) => ({ kind: "links", sample: `${link.href} "${link.text}"` })),
  };
}

/** A URL without scheme, tracking parameters, percent-coding and slash at the end. @param {string} href */
function linkKey(href) {
  const bare = href
    .replace(/^https?:/i, "")
    .replace(/[\t\n\r]/g, "")
    .replace(/([?&])(?:spm|utm_\w+|fbclid|gclid|depth_\d-utm\w+)=[^&#]*/gi, "$1")
    .replace(/\?&+/, "?")
    .replace(/&&+/g, "&")
    .replace(/[?&]+(?=#|$)/, "")
    .replace(/\/(?=[?#]|$)/, "");
  try {
    return decodeURIComponent(bare).replace(/\s/g, "").toLowerCase();
  } catch {
    return bare.replace(/\s/g, "").toLowerCase();
  }
}

/** @param {string} href @param {ReadonlySet<string>} targets */
function leadsSomewhere(href, targets) {
  if (href.startsWith("#")) return targets.has(href.slice(1)) || targets.has(decoded(href.slice(1)));
  if (/^\{[{%]/.test(href)) return false;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(href)?.[1]?.toLowerCase();
  return scheme === undefined || /^(?:https?|mailto|tel|ftp)$/.test(scheme);
}

/** @param {string} href @param {string} old */
function mayStandFor(href, old) {
  if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(href)) return true;
  // An old redirector names its target; an autolink may end a character earlier or later.
  const from = linkKey(decoded(old));
  const to = linkKey(decoded(href));
  return from.includes(to.replace(/^\/\//, "")) || to.startsWith(from);
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** @param {readonly Link[]} links @param {(link: Link) => string} key */
function indexBy(links, key) {
  /** @type {Map<string, Link[]>} */
  const index = new Map();
  for (const link of links) {
    const list = index.get(key(link));
    if (list === undefined) index.set(key(link), [link]);
    else list.push(link);
  }
  return index;
}

/** @param {Set<Link>} left @param {readonly Link[]} candidates */
function take(left, candidates) {
  const found = candidates.find((link) => left.has(link));
  return found !== undefined && left.delete(found);
}
