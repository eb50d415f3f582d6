import { words } from "../lexer.js";

/** Functions of PHP, less those of extensions that few have: by the begin that they share, then the others. */
const families = `
apache_ child_terminate get_modules get_version getenv lookup_uri note request_headers response_headers setenv
apcu_ add cache_info cas clear_cache dec delete enabled entry exists fetch inc sma_info store
array_ change_key_case chunk column combine count_values diff diff_assoc diff_key diff_uassoc diff_ukey fill fill_keys filter
  flip intersect intersect_assoc intersect_key intersect_uassoc intersect_ukey key_exists key_first key_last keys map merge
  merge_recursive multisort pad pop product push rand reduce replace replace_recursive reverse search shift slice splice sum
  udiff udiff_assoc udiff_uassoc uintersect uintersect_assoc uintersect_uassoc unique unshift values walk walk_recursive
cal_ days_in_month from_jd info to_jd
call_ user_func user_func_array user_method user_method_array
class_ alias exists implements parents uses
convert_ cyr_string uudecode uuencode
ctype_ alnum alpha cntrl digit graph lower print punct space upper xdigit
curl_ close copy_handle errno error escape exec file_create getinfo init multi_add_handle multi_close multi_errno multi_exec
  multi_getcontent multi_info_read multi_init multi_remove_handle multi_select multi_setopt multi_strerror pause reset setopt
  setopt_array share_close share_errno share_init share_setopt share_strerror strerror unescape version
date_ add create create_from_format create_immutable create_immutable_from_format date_set default_timezone_get
  default_timezone_set diff format get_last_errors interval_create_from_date_string interval_format isodate_set modify
  offset_get parse parse_from_format sub sun_info sunrise sunset time_set timestamp_get timestamp_set timezone_get
  timezone_set
debug_ backtrace print_backtrace zval_dump
dns_ check_record get_mx get_record
error_ clear_last get_last log reporting
exif_ imagetype read_data tagname thumbnail
file_ exists get_contents put_contents
filter_ has_var id input input_array list var var_array
finfo_ buffer close file open set_flags
ftp_ alloc append cdup chdir chmod close connect delete exec fget fput get get_option login mdtm mkdir mlsd nb_continue
  nb_fget nb_fput nb_get nb_put nlist pasv put pwd quit raw rawlist rename rmdir set_option site size ssl_connect systype
func_ get_arg get_args num_args
gc_ collect_cycles disable enable enabled mem_caches status
get_ browser called_class cfg_var class class_methods class_vars current_user declared_classes declared_interfaces
  declared_traits defined_constants defined_functions defined_vars extension_funcs headers html_translation_table include_path
  included_files loaded_extensions magic_quotes_gpc magic_quotes_runtime meta_tags object_vars parent_class required_files
  resource_type resources
gmp_ abs add and binomial clrbit cmp com div div_q div_qr div_r divexact export fact gcd gcdext hamdist import init intval
  invert jacobi kronecker lcm legendre mod mul neg nextprime or perfect_power perfect_square popcount pow powm prob_prime
  random random_bits random_range random_seed root rootrem scan0 scan1 setbit sign sqrt sqrtrem strval sub testbit xor
grapheme_ extract stripos stristr strlen strpos strripos strrpos strstr substr
hash_ algos copy equals file final hkdf hmac hmac_algos hmac_file init pbkdf2 update update_file update_stream
iconv_ get_encoding mime_decode mime_decode_headers mime_encode set_encoding strlen strpos strrpos substr
inflate_ add get_read_len get_status init
ini_ alter get get_all restore set
intl_ error_name get_error_code get_error_message is_failure
is_ a array bool callable countable dir double executable file finite float infinite int integer iterable link long nan null
  numeric object readable real resource scalar soap_fault string subclass_of uploaded_file writable writeable
iterator_ apply count to_array
json_ decode encode last_error last_error_msg
libxml_ clear_errors disable_entity_loader get_errors get_last_error set_external_entity_loader set_streams_context
  use_internal_errors
mb_ check_encoding chr convert_case convert_encoding convert_kana convert_variables decode_mimeheader decode_numericentity
  detect_encoding detect_order encode_mimeheader encode_numericentity encoding_aliases ereg ereg_match ereg_replace
  ereg_replace_callback ereg_search ereg_search_getpos ereg_search_getregs ereg_search_init ereg_search_pos ereg_search_regs
  ereg_search_setpos eregi eregi_replace get_info http_input http_output internal_encoding language list_encodings ord
  output_handler parse_str preferred_mime_name regex_encoding regex_set_options scrub send_mail split str_split strcut
  strimwidth stripos stristr strlen strpos strrchr strrichr strripos strrpos strstr strtolower strtoupper strwidth
  substitute_character substr substr_count
mt_ getrandmax rand srand
mysql_ affected_rows client_encoding close connect create_db data_seek db_name db_query drop_db errno error escape_string
  fetch_array fetch_assoc fetch_field fetch_lengths fetch_object fetch_row field_flags field_len field_name field_seek
  field_table field_type free_result get_client_info get_host_info get_proto_info get_server_info info insert_id list_dbs
  list_fields list_processes list_tables num_fields num_rows pconnect ping query real_escape_string result select_db stat
  tablename thread_id unbuffered_query
mysqli_ bind_param bind_result connect disable_rpl_parse enable_reads_from_master enable_rpl_parse escape_string execute fetch
  get_client_stats get_links_stats master_query param_count report rpl_parse_enabled rpl_probe send_long_data slave_query
ob_ clean end_clean end_flush flush get_clean get_contents get_flush get_length get_level get_status gzhandler iconv_handler
  implicit_flush list_handlers start
opcache_ compile_file get_configuration get_status invalidate is_script_cached reset
openssl_ cipher_iv_length csr_export csr_export_to_file csr_get_public_key csr_get_subject csr_new csr_sign decrypt
  dh_compute_key digest encrypt error_string free_key get_cert_locations get_cipher_methods get_curve_names get_md_methods
  get_privatekey get_publickey open pbkdf2 pkcs12_export pkcs12_export_to_file pkcs12_read pkcs7_decrypt pkcs7_encrypt
  pkcs7_read pkcs7_sign pkcs7_verify pkey_export pkey_export_to_file pkey_free pkey_get_details pkey_get_private
  pkey_get_public pkey_new private_decrypt private_encrypt public_decrypt public_encrypt random_pseudo_bytes seal sign
  spki_export spki_export_challenge spki_new spki_verify verify x509_check_private_key x509_checkpurpose x509_export
  x509_export_to_file x509_fingerprint x509_free x509_parse x509_read x509_verify
parse_ ini_file ini_string str url
password_ get_info hash needs_rehash verify
pcntl_ alarm async_signals errno exec fork get_last_error getpriority setpriority signal signal_dispatch signal_get_handler
  sigprocmask sigtimedwait sigwaitinfo strerror wait waitpid wexitstatus wifexited wifsignaled wifstopped wstopsig wtermsig
php_ ini_loaded_file ini_scanned_files logo_guid sapi_name strip_whitespace uname
posix_ access ctermid errno get_last_error getcwd getegid geteuid getgid getgrgid getgrnam getgroups getlogin getpgid getpgrp
  getpid getppid getpwnam getpwuid getrlimit getsid getuid initgroups isatty kill mkfifo mknod setegid seteuid setgid setpgid
  setrlimit setsid setuid strerror times ttyname uname
preg_ filter grep last_error match match_all quote replace replace_callback replace_callback_array split
proc_ close get_status nice open terminate
readline_ add_history callback_handler_install callback_handler_remove callback_read_char clear_history completion_function
  info list_history on_new_line read_history redisplay write_history
restore_ error_handler exception_handler include_path
session_ abort cache_expire cache_limiter commit create_id decode destroy encode gc get_cookie_params id is_registered
  module_name name regenerate_id register register_shutdown reset save_path set_cookie_params set_save_handler start status
  unregister unset write_close
set_ error_handler exception_handler file_buffer include_path magic_quotes_runtime time_limit
shmop_ close delete open read size write
simplexml_ import_dom load_file load_string
socket_ accept addrinfo_bind addrinfo_connect addrinfo_explain addrinfo_lookup bind clear_error close cmsg_space connect
  create create_listen create_pair export_stream get_option get_status getopt getpeername getsockname import_stream last_error
  listen read recv recvfrom recvmsg select send sendmsg sendto set_block set_blocking set_nonblock set_option set_timeout
  setopt shutdown strerror write
spl_ autoload autoload_call autoload_extensions autoload_functions autoload_register autoload_unregister classes object_hash
  object_id
sqlite_ array_query busy_timeout changes close column create_aggregate create_function current error_string escape_string
  fetch_array fetch_single fetch_string field_name has_more last_error last_insert_rowid libencoding libversion next
  num_fields num_rows open popen query rewind seek udf_decode_binary udf_encode_binary unbuffered_query
str_ getcsv ireplace pad repeat replace rot13 shuffle split word_count
stream_ bucket_append bucket_make_writeable bucket_new bucket_prepend context_create context_get_default context_get_options
  context_get_params context_set_default context_set_option context_set_params copy_to_stream filter_append filter_prepend
  filter_register filter_remove get_contents get_filters get_line get_meta_data get_transports get_wrappers is_local isatty
  register_wrapper resolve_include_path select set_blocking set_chunk_size set_read_buffer set_timeout set_write_buffer
  socket_accept socket_client socket_enable_crypto socket_get_name socket_pair socket_recvfrom socket_sendto socket_server
  socket_shutdown supports_lock wrapper_register wrapper_restore wrapper_unregister
substr_ compare count replace
tidy_ access_count config_count error_count get_output warning_count
timezone_ abbreviations_list identifiers_list location_get name_from_abbr name_get offset_get open transitions_get version_get
xml_ error_string get_current_byte_index get_current_column_number get_current_line_number get_error_code parse
  parse_into_struct parser_create parser_create_ns parser_free parser_get_option parser_set_option set_character_data_handler
  set_default_handler set_element_handler set_end_namespace_decl_handler set_external_entity_ref_handler
  set_notation_decl_handler set_object set_processing_instruction_handler set_start_namespace_decl_handler
  set_unparsed_entity_decl_handler
zip_ close entry_close entry_compressedsize entry_compressionmethod entry_filesize entry_name entry_open entry_read open read
zlib_ decode encode get_coding_type
`;

const others = `
__autoload abs acos acosh addcslashes addslashes arsort asin asinh asort assert assert_options atan atan2 atanh base64_decode
base64_encode base_convert basename bcadd bccomp bcdiv bcmod bcmul bcpow bcpowmod bcscale bcsqrt bcsub bin2hex
bind_textdomain_codeset bindec bindtextdomain boolval ceil chdir checkdate checkdnsrr chgrp chmod chop chown chr chroot
chunk_split clearstatcache cli_get_process_title cli_set_process_title closedir closelog com_load_typelib compact
connection_aborted connection_status constant copy cos cosh count count_chars crc32 create_function crypt current date
dcgettext dcngettext decbin dechex decoct define define_syslog_variables defined deflate_add deflate_init deg2rad delete
dgettext dir dirname disk_free_space disk_total_space diskfreespace dl dngettext dom_import_simplexml doubleval each
easter_date easter_days end ereg ereg_replace eregi eregi_replace escapeshellarg escapeshellcmd exec exp explode expm1
expression extension_loaded extract fclose feof fflush fgetc fgetcsv fgets fgetss file fileatime filectime filegroup fileinode
filemtime fileowner fileperms filepro filesize filetype floatval flock floor flush fmod fnmatch fopen forward_static_call
forward_static_call_array fpassthru fprintf fputcsv fputs fread frenchtojd fribidi_log2vis fscanf fseek fsockopen fstat ftell
ftok ftruncate function_exists fwrite gd_info getallheaders getcwd getdate getenv gethostbyaddr gethostbyname gethostbynamel
gethostname getimagesize getimagesizefromstring getlastmod getmxrr getmygid getmyinode getmypid getmyuid getopt getprotobyname
getprotobynumber getrandmax getrusage getservbyname getservbyport gettext gettimeofday gettype glob gmdate gmmktime gmstrftime
gregoriantojd gzclose gzcompress gzdecode gzdeflate gzencode gzeof gzfile gzgetc gzgets gzgetss gzinflate gzopen gzpassthru
gzputs gzread gzrewind gzseek gztell gzuncompress gzwrite hash header header_register_callback header_remove headers_list
headers_sent hebrev hebrevc hex2bin hexdec highlight_file highlight_string hrtime html_entity_decode htmlentities
htmlspecialchars htmlspecialchars_decode http_build_query http_response_code hypot iconv idate idn_to_ascii idn_to_utf8
ignore_user_abort image2wbmp image_type_to_extension image_type_to_mime_type imageaffine imageaffinematrixconcat
imageaffinematrixget imagealphablending imageantialias imagearc imagebmp imagechar imagecharup imagecolorallocate
imagecolorallocatealpha imagecolorat imagecolorclosest imagecolorclosestalpha imagecolorclosesthwb imagecolordeallocate
imagecolorexact imagecolorexactalpha imagecolormatch imagecolorresolve imagecolorresolvealpha imagecolorset
imagecolorsforindex imagecolorstotal imagecolortransparent imageconvolution imagecopy imagecopymerge imagecopymergegray
imagecopyresampled imagecopyresized imagecreate imagecreatefrombmp imagecreatefromgd imagecreatefromgd2 imagecreatefromgd2part
imagecreatefromgif imagecreatefromjpeg imagecreatefrompng imagecreatefromstring imagecreatefromwbmp imagecreatefromxbm
imagecreatefromxpm imagecreatetruecolor imagecrop imagecropauto imagedashedline imagedestroy imageellipse imagefill
imagefilledarc imagefilledellipse imagefilledpolygon imagefilledrectangle imagefilltoborder imagefilter imageflip
imagefontheight imagefontwidth imageftbbox imagefttext imagegammacorrect imagegd imagegd2 imagegetclip imagegif imageinterlace
imageistruecolor imagejpeg imagelayereffect imageline imageloadfont imageopenpolygon imagepalettecopy imagepalettetotruecolor
imagepng imagepolygon imagepsbbox imagepsencodefont imagepsextendfont imagepsfreefont imagepsloadfont imagepsslantfont
imagepstext imagerectangle imageresolution imagerotate imagesavealpha imagescale imagesetbrush imagesetclip
imagesetinterpolation imagesetpixel imagesetstyle imagesetthickness imagesettile imagestring imagestringup imagesx imagesy
imagetruecolortopalette imagettfbbox imagettftext imagetypes imagewbmp imagexbm implode import_request_variables in_array
inet_ntop inet_pton intdiv interface_exists intval ip2long iptcembed iptcparse jddayofweek jdmonthname jdtofrench
jdtogregorian jdtojewish jdtojulian jdtounix jewishtojd join jpeg2wbmp juliantojd key key_exists krsort ksort lcfirst
lcg_value lchown levenshtein link linkinfo localeconv localtime log log10 log1p long2ip lstat ltrim mail main max md5 md5_file
memory_get_peak_usage memory_get_usage metaphone method_exists mhash microtime mime_content_type min mkdir mktime money_format
move_uploaded_file msql natcasesort natsort next ngettext nl2br nl_langinfo number_format octdec opendir openlog ord
output_add_rewrite_var output_reset_rewrite_vars pack passthru pathinfo pclose pfsockopen phpcredits phpinfo phpversion pi
popen pos pow prev print_r printf property_exists putenv quoted_printable_decode quoted_printable_encode quotemeta rad2deg
rand random_bytes random_int range rawurldecode rawurlencode read_exif_data readdir readfile readgzfile readline readlink
realpath realpath_cache_get realpath_cache_size recode recode_file recode_string register_shutdown_function
register_tick_function rename reset rewind rewinddir rmdir round rsort rtrim scandir serialize setcookie setlocale
setrawcookie settype sha1 sha1_file shell_exec show_source shuffle similar_text sin sinh sizeof sleep sodium_crypto_secretbox
sort soundex split spliti sprintf sql_regcase sqrt srand sscanf stat strcasecmp strchr strcmp strcoll strcspn strftime
strip_tags stripcslashes stripos stripslashes stristr strlen strnatcasecmp strnatcmp strncasecmp strncmp strpbrk strpos
strptime strrchr strrev strripos strrpos strspn strstr strtok strtolower strtotime strtoupper strtr strval substr symlink
sys_get_temp_dir sys_getloadavg syslog system tan tanh tempnam textdomain time time_nanosleep time_sleep_until tmpfile touch
trait_exists trigger_error trim uasort ucfirst ucwords uksort umask uniqid unixtojd unlink unpack unregister_tick_function
unserialize urldecode urlencode use_soap_error_handler user_error usleep usort utf8_decode utf8_encode var_dump var_export
version_compare vfprintf virtual vprintf vsprintf wordwrap zend_logo_guid zend_version
`;

export const functions: ReadonlySet<string> = new Set([
  ...words(others),
  ...families
    .split(/\n(?! )/)
    .map(words)
    .flatMap(([begin = "", ...ends]) => ends.map((end) => begin + end)),
]);
