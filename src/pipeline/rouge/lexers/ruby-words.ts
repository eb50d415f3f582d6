import { words } from "../lexer.js";

/** Ruby's words by the token that they are where no receiver precedes them. */
export const rubyWords: ReadonlyMap<string, string> = new Map(
  Object.entries({
    k: words(`BEGIN END alias begin break case defined? do else elsif end ensure for if in next raise redo rescue retry return
super then undef unless until when while yield`),
    kp: words(`__FILE__ __LINE__ alias_method attr catch extend false include loop module_function nil private protected
public throw true`),
    nb: words(`__id__ __send__ abort ancestors at_exit attr_accessor attr_reader attr_writer autoload autoload? binding
block_given? caller chomp chomp! chop chop! class_eval class_variables clone const_defined? const_get const_missing
const_set constants display dup eql? equal? eval exec exit exit! fail fork format freeze frozen? getc gets
global_variables gsub gsub! hash id included_modules inspect instance_eval instance_method instance_methods instance_of?
instance_variable_get instance_variable_set instance_variables is_a? iterator? kind_of? lambda load local_variables method
method_defined? method_missing methods module_eval name object_id open p print printf private_class_method
private_instance_methods private_method_defined? private_methods proc protected_instance_methods
protected_method_defined? protected_methods public_class_method public_instance_methods public_method_defined?
public_methods putc puts rand readline readlines require require_relative respond_to? scan select self send set_trace_func
singleton_methods sleep split sprintf srand sub sub! syscall system taint tainted? test to_a to_s trace_var trap untaint
untrace_var warn`),
  }).flatMap(([token, list]) => [...list].map((word): [string, string] => [word, token])),
);
