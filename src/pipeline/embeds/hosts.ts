/** What an embed shows, for its label. A host whose name says it already has none. */
export type EmbedKind =
  | "video"
  | "audio"
  | "podcast"
  | "slides"
  | "document"
  | "form"
  | "map"
  | "post"
  | "pictures"
  | "code"
  | "recording";

/**
 * One spelling of an embed's address: the pattern, against the address without scheme, `www.` and `m.`; the page where a
 * reader sees the same, and the frame that may be loaded once a reader asks for it. `$1` is what the pattern took.
 * Without a page the address is a page itself.
 */
export type EmbedForm = readonly [pattern: RegExp, page?: string, player?: string];

export interface EmbedHost {
  /** For `data-embed`, and the name of the tags that blog generators have for it. */
  readonly key: string;
  readonly name: string;
  readonly kind?: EmbedKind;
  /** The first that fits is taken; the first of all is the one that tags with nothing but an id stand for. */
  readonly forms: readonly EmbedForm[];
}

const youtube = "https://www.youtube.com";
const youtubePlayer = "https://www.youtube-nocookie.com/embed";
const bilibiliPlayer = "https://player.bilibili.com/player.html?autoplay=0";

/** Sites whose films, sounds, slides and posts blogs show in frames. */
export const embedHosts: readonly EmbedHost[] = [
  {
    key: "youtube",
    name: "YouTube",
    kind: "video",
    forms: [
      [/^youtube\.com\/watch\?(?:.*&)?v=([\w-]+)/, `${youtube}/watch?v=$1`, `${youtubePlayer}/$1`],
      [
        /^youtube(?:-nocookie)?\.com\/embed\/(?:videoseries)?\/?\?(?:.*&)?list=([\w-]+)/,
        `${youtube}/playlist?list=$1`,
        `${youtubePlayer}/videoseries?list=$1`,
      ],
      [/^youtube(?:-nocookie)?\.com\/p\/([\w-]+)/, `${youtube}/playlist?list=PL$1`],
      [
        /^youtube(?:-nocookie)?\.com\/(?:embed|v|e)\/([\w-]+)[?&](?:.*&)?start=(\d+)/,
        `${youtube}/watch?v=$1&t=$2s`,
        `${youtubePlayer}/$1?start=$2`,
      ],
      [
        /^youtube(?:-nocookie)?\.com\/(?:embed|v|e|live|shorts)\/([\w-]+)/,
        `${youtube}/watch?v=$1`,
        `${youtubePlayer}/$1`,
      ],
      [/^youtu\.be\/([\w-]+)/, `${youtube}/watch?v=$1`, `${youtubePlayer}/$1`],
    ],
  },
  {
    key: "vimeo",
    name: "Vimeo",
    kind: "video",
    forms: [
      [/^vimeo\.com\/(?:video\/)?(\d+)/, "https://vimeo.com/$1", "https://player.vimeo.com/video/$1?dnt=1"],
      [
        /^player\.vimeo\.com\/video\/(\d+)\?(?:.*&)?h=(\w+)/,
        "https://vimeo.com/$1/$2",
        "https://player.vimeo.com/video/$1?h=$2&dnt=1",
      ],
      [/^player\.vimeo\.com\/video\/(\d+)/, "https://vimeo.com/$1", "https://player.vimeo.com/video/$1?dnt=1"],
      [/^vimeo\.com\/moogaloop\.swf\?(?:.*&)?clip_id=(\d+)/, "https://vimeo.com/$1"],
    ],
  },
  {
    key: "bilibili",
    name: "Bilibili",
    kind: "video",
    forms: [
      [/^bilibili\.com\/video\/(BV\w+)/i, "https://www.bilibili.com/video/$1", `${bilibiliPlayer}&bvid=$1`],
      [/^bilibili\.com\/video\/av(\d+)/i, "https://www.bilibili.com/video/av$1", `${bilibiliPlayer}&aid=$1`],
      [
        /^(?:player\.)?bilibili\.com\/.*[?&]bvid=(?:BV)?(\w+)/i,
        "https://www.bilibili.com/video/BV$1",
        `${bilibiliPlayer}&bvid=BV$1`,
      ],
      [
        /^(?:player\.)?bilibili\.com\/.*[?&]aid=(\d+)/i,
        "https://www.bilibili.com/video/av$1",
        `${bilibiliPlayer}&aid=$1`,
      ],
    ],
  },
  {
    key: "youku",
    name: "优酷",
    kind: "video",
    forms: [
      [
        /^v\.youku\.com\/v_show\/id_([\w=]+)/,
        "https://v.youku.com/v_show/id_$1.html",
        "https://player.youku.com/embed/$1",
      ],
      [
        /^player\.youku\.com\/embed\/([\w=]+)/,
        "https://v.youku.com/v_show/id_$1.html",
        "https://player.youku.com/embed/$1",
      ],
      [/^player\.youku\.com\/player\.php\/(?:.*\/)?sid\/([\w=]+)/i, "https://v.youku.com/v_show/id_$1.html"],
    ],
  },
  {
    key: "tencent-video",
    name: "腾讯视频",
    forms: [
      [
        /^v\.qq\.com\/x\/page\/(\w+)/,
        "https://v.qq.com/x/page/$1.html",
        "https://v.qq.com/txp/iframe/player.html?vid=$1",
      ],
      [
        /^v\.qq\.com\/(?:iframe\/(?:player|preview)|txp\/iframe\/player)\.html\?(?:.*&)?vid=(\w+)/,
        "https://v.qq.com/x/page/$1.html",
        "https://v.qq.com/txp/iframe/player.html?vid=$1",
      ],
      [/^(?:static\.video|imgcache)\.qq\.com\/.*[?&]vid=(\w+)/, "https://v.qq.com/x/page/$1.html"],
    ],
  },
  {
    key: "csdn-live",
    name: "CSDN",
    kind: "video",
    forms: [[/^live\.csdn\.net\/v\/embed\/(\d+)/, "https://live.csdn.net/v/$1", "https://live.csdn.net/v/embed/$1"]],
  },
  {
    key: "ixigua",
    name: "西瓜视频",
    forms: [[/^ixigua\.com\/iframe\/(\d+)/, "https://www.ixigua.com/$1", "https://www.ixigua.com/iframe/$1"]],
  },
  {
    key: "tudou",
    name: "土豆",
    kind: "video",
    forms: [[/^tudou\.com\/v\/([\w-]+)/, "https://www.tudou.com/programs/view/$1/"]],
  },
  {
    key: "dailymotion",
    name: "Dailymotion",
    kind: "video",
    forms: [
      [
        /^dailymotion\.com\/(?:embed\/|swf\/)?(?:video\/)?([a-z0-9]+)/i,
        "https://www.dailymotion.com/video/$1",
        "https://www.dailymotion.com/embed/video/$1",
      ],
      [/^geo\.dailymotion\.com\/player.*[?&]video=(\w+)/, "https://www.dailymotion.com/video/$1"],
    ],
  },
  {
    key: "twitch",
    name: "Twitch",
    kind: "video",
    forms: [
      [/^player\.twitch\.tv\/.*[?&]video=v?(\d+)/, "https://www.twitch.tv/videos/$1"],
      [/^player\.twitch\.tv\/.*[?&]channel=(\w+)/, "https://www.twitch.tv/$1"],
      [/^clips\.twitch\.tv\/(?:embed\?(?:.*&)?clip=)?([\w-]+)/, "https://clips.twitch.tv/$1"],
    ],
  },
  {
    key: "ted",
    name: "TED",
    kind: "video",
    forms: [
      [
        /^(?:embed(?:-ssl)?\.)?ted\.com\/talks\/(?:lang\/\w+\/)?([\w-]+)/,
        "https://www.ted.com/talks/$1",
        "https://embed.ted.com/talks/$1",
      ],
    ],
  },
  {
    key: "loom",
    name: "Loom",
    kind: "video",
    forms: [[/^loom\.com\/(?:embed|share)\/(\w+)/, "https://www.loom.com/share/$1", "https://www.loom.com/embed/$1"]],
  },
  {
    key: "wistia",
    name: "Wistia",
    kind: "video",
    forms: [[/^fast\.wistia\.(?:net|com)\/embed\/(?:iframe|medias)\/\w+/]],
  },
  {
    key: "channel9",
    name: "Channel 9",
    kind: "video",
    forms: [[/^channel9\.msdn\.com\/(.+?)\/player/, "https://channel9.msdn.com/$1"]],
  },
  { key: "adobe-tv", name: "Adobe TV", kind: "video", forms: [[/^tv\.adobe\.com\/embed\//]] },
  {
    key: "facebook",
    name: "Facebook",
    kind: "post",
    forms: [
      [/^facebook\.com\/(?:[\w.]+\/(?:videos|posts)|watch|reel)\//],
      [/^facebook\.com\/v\/(\d+)/, "https://www.facebook.com/watch/?v=$1"],
    ],
  },
  {
    key: "soundcloud",
    name: "SoundCloud",
    kind: "audio",
    forms: [[/^soundcloud\.com\/[\w-]+\/[\w-]+/], [/^(?:w|player|api)\.soundcloud\.com\//]],
  },
  {
    key: "spotify",
    name: "Spotify",
    kind: "audio",
    forms: [
      [
        /^open\.spotify\.com\/(?:embed(?:-podcast)?\/)?((?:track|album|playlist|artist|episode|show)\/\w+)/,
        "https://open.spotify.com/$1",
        "https://open.spotify.com/embed/$1",
      ],
    ],
  },
  {
    key: "apple-podcasts",
    name: "Apple Podcasts",
    forms: [
      [
        /^(?:embed\.)?podcasts\.apple\.com\/(.+)/,
        "https://podcasts.apple.com/$1",
        "https://embed.podcasts.apple.com/$1",
      ],
    ],
  },
  {
    key: "netease-music",
    name: "网易云音乐",
    forms: [
      [/^music\.163\.com\/outchain\/player\?(?:.*&)?type=2&id=(\d+)/, "https://music.163.com/song?id=$1"],
      [/^music\.163\.com\/outchain\/player\?(?:.*&)?type=0&id=(\d+)/, "https://music.163.com/playlist?id=$1"],
      [/^music\.163\.com\/outchain\/player\?(?:.*&)?type=1&id=(\d+)/, "https://music.163.com/album?id=$1"],
    ],
  },
  { key: "mixcloud", name: "Mixcloud", kind: "audio", forms: [[/^mixcloud\.com\//]] },
  { key: "bandcamp", name: "Bandcamp", kind: "audio", forms: [[/^bandcamp\.com\/EmbeddedPlayer\//i]] },
  { key: "buzzsprout", name: "Buzzsprout", kind: "podcast", forms: [[/^buzzsprout\.com\/\d+/]] },
  { key: "libsyn", name: "Libsyn", kind: "podcast", forms: [[/^(?:html5-player|play)\.libsyn\.com\/embed\//]] },
  {
    key: "slideshare",
    name: "SlideShare",
    kind: "slides",
    forms: [[/^(?:static\.)?(?:slideshare|slidesharecdn)\.(?:net|com)\//]],
  },
  {
    key: "speakerdeck",
    name: "Speaker Deck",
    kind: "slides",
    forms: [[/^speakerdeck\.com\/(?:player\/\w+|[\w-]+\/[\w-]+)/]],
  },
  {
    key: "slides",
    name: "Slides.com",
    kind: "slides",
    forms: [[/^slid(?:es\.com|\.es)\/([\w-]+\/[\w-]+)/, "https://slides.com/$1"]],
  },
  { key: "prezi", name: "Prezi", kind: "slides", forms: [[/^prezi\.com\/(?:embed|v|p)\//]] },
  {
    key: "google-slides",
    name: "Google Slides",
    forms: [
      [/^docs\.google\.com\/(presentation\/d\/e\/[\w-]+)\/(?:pub)?embed/, "https://docs.google.com/$1/pub"],
      [/^docs\.google\.com\/(presentation\/d\/[\w-]+)\/(?:pub)?embed/, "https://docs.google.com/$1/preview"],
      [/^docs\.google\.com\/(?:a\/[\w.-]+\/)?presentation\//],
    ],
  },
  {
    key: "google-sheets",
    name: "Google Sheets",
    forms: [[/^(?:docs|spreadsheets)\d?\.google\.com\/(?:a\/[\w.-]+\/)?(?:spreadsheets?|spreadsheet|ccc|pub)\b/]],
  },
  {
    key: "google-forms",
    name: "Google Forms",
    forms: [
      [/^docs\.google\.com\/(forms\/d\/(?:e\/)?[\w-]+\/viewform)/, "https://docs.google.com/$1"],
      [/^docs\.google\.com\/(?:a\/[\w.-]+\/)?forms\//],
    ],
  },
  { key: "google-docs", name: "Google Docs", kind: "document", forms: [[/^(?:docs|drive)\.google\.com\//]] },
  { key: "google-maps", name: "Google Maps", forms: [[/^(?:maps\.google\.[a-z.]+\/|google\.[a-z.]+\/maps\b)/]] },
  { key: "openstreetmap", name: "OpenStreetMap", kind: "map", forms: [[/^openstreetmap\.org\//]] },
  {
    key: "scribd",
    name: "Scribd",
    kind: "document",
    forms: [[/^scribd\.com\/(?:embeds|doc|document)\/(\d+)/, "https://www.scribd.com/document/$1"]],
  },
  {
    key: "gist",
    name: "GitHub Gist",
    forms: [
      [
        /^gist\.github\.com\/([\w-]+\/\w+|\w+)(?:\.(?:js|json|pibb))?\?(?:.*&)?file=([^&]+)/,
        "https://gist.github.com/$1?file=$2",
      ],
      [/^gist\.github\.com\/([\w-]+\/\w+|\w+)/, "https://gist.github.com/$1"],
    ],
  },
  {
    key: "gitlab",
    name: "GitLab",
    kind: "code",
    forms: [[/^gitlab\.com\/((?:[\w.-]+\/)*(?:-\/)?snippets\/\d+)/, "https://gitlab.com/$1"]],
  },
  {
    key: "codepen",
    name: "CodePen",
    kind: "code",
    forms: [
      [
        /^codepen\.io\/([\w-]+(?:\/[\w-]+)?)\/(?:embed(?:\/preview)?|pen|full|details)\/(\w+)/,
        "https://codepen.io/$1/pen/$2",
        "https://codepen.io/$1/embed/$2",
      ],
    ],
  },
  {
    key: "jsfiddle",
    name: "JSFiddle",
    kind: "code",
    forms: [[/^jsfiddle\.net\/((?:[\w-]+\/)*?)embed(?:ded)?(?:\/|$)/, "https://jsfiddle.net/$1"], [/^jsfiddle\.net\//]],
  },
  {
    key: "jsbin",
    name: "JS Bin",
    kind: "code",
    forms: [[/^jsbin\.com\/(\w+)(?:\/\d+)?\/embed/, "https://jsbin.com/$1/edit"]],
  },
  {
    key: "codesandbox",
    name: "CodeSandbox",
    kind: "code",
    forms: [
      [/^codesandbox\.io\/(?:embed|s)\/([\w-]+)/, "https://codesandbox.io/s/$1", "https://codesandbox.io/embed/$1"],
    ],
  },
  { key: "stackblitz", name: "StackBlitz", kind: "code", forms: [[/^stackblitz\.com\/(?:edit|github)\//]] },
  { key: "runkit", name: "RunKit", kind: "code", forms: [[/^(?:runkit\.com|embed\.runkit\.com)\//]] },
  { key: "replit", name: "Replit", kind: "code", forms: [[/^repl(?:it\.com|\.it)\//]] },
  {
    key: "observable",
    name: "Observable",
    kind: "code",
    forms: [[/^observablehq\.com\/embed\/([^?]+)/, "https://observablehq.com/$1"]],
  },
  {
    key: "dotnetfiddle",
    name: ".NET Fiddle",
    kind: "code",
    forms: [[/^dotnetfiddle\.net\/Widget\/(\w+)/i, "https://dotnetfiddle.net/$1"]],
  },
  {
    key: "asciinema",
    name: "asciinema",
    kind: "recording",
    forms: [[/^asciinema\.org\/a\/(\w+)/, "https://asciinema.org/a/$1", "https://asciinema.org/a/$1/iframe"]],
  },
  {
    key: "twitter",
    name: "X (Twitter)",
    kind: "post",
    forms: [
      [/^(?:mobile\.)?(?:twitter|x)\.com\/(?:#!\/)?(\w+)\/status(?:es)?\/(\d+)/, "https://twitter.com/$1/status/$2"],
      [/^platform\.(?:twitter|x)\.com\/.*[?&]id=(\d+)/, "https://twitter.com/i/status/$1"],
    ],
  },
  {
    key: "instagram",
    name: "Instagram",
    kind: "post",
    forms: [
      [/^instagram\.com\/(?:[\w.]+\/)?p\/([\w-]+)/, "https://www.instagram.com/p/$1/"],
      [/^instagram\.com\/(?:[\w.]+\/)?((?:reel|tv)\/[\w-]+)/, "https://www.instagram.com/$1/"],
    ],
  },
  {
    key: "tiktok",
    name: "TikTok",
    kind: "video",
    forms: [
      [/^tiktok\.com\/(?:embed(?:\/v\d)?|player\/v\d)\/(\d+)/, "https://www.tiktok.com/@/video/$1"],
      [/^tiktok\.com\/@[\w.]+\/video\/\d+/],
    ],
  },
  {
    key: "reddit",
    name: "Reddit",
    kind: "post",
    forms: [[/^(?:embed\.)?reddit(?:media)?\.com\/(r\/[^?]+)/, "https://www.reddit.com/$1"]],
  },
  {
    key: "mastodon",
    name: "Mastodon",
    kind: "post",
    forms: [[/^([\w-]+(?:\.[\w-]+)+\/@\w+\/\d+)\/embed/, "https://$1"]],
  },
  {
    key: "flickr",
    name: "Flickr",
    kind: "pictures",
    forms: [
      [/^(?:embedr\.)?flickr\.com\/(photos\/[^?]+?)\/player/, "https://www.flickr.com/$1/"],
      [/^(?:embedr\.)?flickr\.com\//],
    ],
  },
  {
    key: "imgur",
    name: "Imgur",
    kind: "pictures",
    forms: [[/^(?:s\.)?imgur\.com\/((?:a\/)?\w+)\/embed/, "https://imgur.com/$1"]],
  },
  {
    key: "internet-archive",
    name: "Internet Archive",
    forms: [
      [/^archive\.org\/(?:embed|details)\/([^/?&]+)/, "https://archive.org/details/$1", "https://archive.org/embed/$1"],
    ],
  },
];
