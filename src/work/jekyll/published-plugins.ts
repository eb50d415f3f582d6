/**
 * Plugins that others have published and Pumice has nothing in place of: what they do is missing from the site, and the
 * site is built all the same. A name that stands nowhere stops the build, as it does Jekyll's.
 */
export const publishedPlugins: ReadonlySet<string> = new Set(
  `github-pages jekyll-admin jekyll-algolia jekyll-analytics jekyll-asciidoc jekyll-asset-pipeline jekyll-assets
  jekyll-auto-image jekyll-autolinks jekyll-avatar jekyll-babel jekyll-category-pages jekyll-code-example-tag jekyll-coffeescript
  jekyll-commonmark jekyll-commonmark-ghpages jekyll-compose jekyll-compress-images jekyll-crosspost-to-medium jekyll-data
  jekyll-datapage_gen jekyll-default-layout jekyll-diagrams jekyll-docs jekyll-email-protect jekyll-environment-variables
  jekyll-external-links jekyll-figure jekyll-flickr jekyll-font-awesome-sass jekyll-get jekyll-get-json jekyll-github-metadata
  jekyll-google_search_console_verification_file jekyll-haml jekyll-image-size jekyll-imagemagick jekyll-import jekyll-jupyter-notebook
  jekyll-katex jekyll-last-commit jekyll-link-attributes jekyll-livereload jekyll-lunr-js-search jekyll-manager jekyll-maps
  jekyll-mathjax-csp jekyll-menus jekyll-mermaid jekyll-minifier jekyll-minimagick jekyll-multiple-languages
  jekyll-multiple-languages-plugin jekyll-oembed jekyll-open-sdg-plugins jekyll-pagination jekyll-pandoc jekyll-pdf-embed
  jekyll-picture-tag jekyll-polyglot jekyll-postcss jekyll-postfiles jekyll-post-files jekyll-purgecss jekyll-pwa-plugin
  jekyll-rdf jekyll-readme-index jekyll-regex-replace jekyll-remote-plugin jekyll-remote-theme jekyll-responsive-image
  jekyll-sanity jekyll-scholar jekyll-seo jekyll-slim jekyll-spaceship jekyll-spotify jekyll-swiss jekyll-tabs jekyll-tagging
  jekyll-tagging-related_posts jekyll-tags jekyll-target-blank jekyll-terser jekyll-textile-converter jekyll-theme-guide
  jekyll-tidy jekyll-timeago jekyll-tooling jekyll-twitter-plugin jekyll-typogrify jekyll-uglify jekyll-unsplash
  jekyll-url-metadata jekyll-watch jekyll-webmention_io jekyll-webp jekyll-whiteglass jekyll-wikilinks jekyll-wikirefs
  jekyll-youtube jekyll_asset_pipeline jekyll_include_plugin hawkins html-proofer html_press kramdown kramdown-math-katex
  kramdown-parser-gfm liquid_reading_time liquid-c l10n octopress-autoprefixer octopress-codeblock octopress-escape-code
  octopress-gist octopress-include-tag octopress-minify-html octopress-solarized octopress-image-tag premonition rouge sass
  therubyracer webrick`.split(/\s+/),
);
