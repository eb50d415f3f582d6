/**
 * The path of a request, decoded: it begins with `/` and its segments are names. Undefined for one that cannot be a path of a
 * site: wrong escapes, control characters, backslashes, `.` and `..`, encoded slashes that decode to such.
 */
export function readRequestPath(url: string): string | undefined {
  const raw = url.replace(/[?#].*$/s, "");
  if (!raw.startsWith("/") || /%(?:2f|5c)/i.test(raw)) return undefined;
  const path = decode(raw);
  if (path === undefined || /[\0-\x1f\x7f\\]|\/\//.test(path)) return undefined;
  return path.split("/").some((segment) => segment === "." || segment === "..") ? undefined : path;
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path);
  } catch {
    return undefined;
  }
}

/** The path within the site; undefined when it lies outside of the base path (empty, or `/blog`). */
export function withinBase(path: string, baseurl: string): string | undefined {
  if (path === baseurl) return "/";
  return path.startsWith(`${baseurl}/`) ? path.slice(baseurl.length) : undefined;
}

/** A file that answers, or the path with a slash at its end to which the browser has to go. */
export type Located<T> = { readonly found: T } | { readonly redirect: string };

/**
 * What hosts do with a path of the site: a folder is its `index.html`, `/about` is `about.html`, or else the folder `/about/`.
 * `find` knows the files of the site by their path.
 */
export function locate<T>(path: string, find: (output: string) => T | undefined): Located<T> | undefined {
  const name = path.slice(1);
  if (path.endsWith("/")) return located(find(`${name}index.html`));
  const file = find(name) ?? find(`${name}.html`);
  if (file !== undefined) return { found: file };
  return find(`${name}/index.html`) === undefined ? undefined : { redirect: `${path}/` };
}

function located<T>(found: T | undefined): Located<T> | undefined {
  return found === undefined ? undefined : { found };
}
