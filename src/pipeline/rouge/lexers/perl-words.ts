import { words } from "../lexer.js";

/* The words that Rouge tells from the names of a program. */

export const keywords =
  words(`BEGIN CHECK END INIT case continue do else elsif for foreach if last my new next our print redo
reset return then unless until use while`);

export const operators = words("and cmp eq ge gt le lt ne not or");

export const handles = words("STDERR STDIN STDOUT __DIE__ __WARN__");

export const builtins = words(
  `abs accept alarm atan2 bind binmode bless caller chdir chmod chomp chop chown chr chroot close closedir connect cos crypt
dbmclose dbmopen defined delete die dump each endgrent endhostent endnetent endprotoent endpwent endservent eof eval exec
exists exit exp fcntl fileno flock fork format formline getc getgrent getgrgid getgrnam gethostbyaddr gethostbyname
gethostent getlogin getnetbyaddr getnetbyname getnetent getpeername getpgrp getppid getpriority getprotobyname
getprotobynumber getprotoent getpwent getpwnam getpwuid getservbyname getservbyport getservent getsockname getsockopt glob
gmtime goto grep hex import index int ioctl join keys kill lc lcfirst length link listen local localtime log lstat map mkdir
msgctl msgget msgrcv msgsnd no oct open opendir ord pack package pipe pop pos printf prototype push quotemeta rand read
readdir readline readlink readpipe recv ref rename require reverse rewinddir rindex rmdir scalar seek seekdir select semctl
semget semop send setgrent sethostent setnetent setpgrp setpriority setprotoent setpwent setservent setsockopt shift shmctl
shmget shmread shmwrite shutdown sin sleep socket socketpair sort splice split sprintf sqrt srand stat study substr symlink
syscall sysopen sysread sysseek system syswrite tell telldir tie tied time times tr truncate uc ucfirst umask undef unlink
unpack unshift untie utime values vec wait waitpid wantarray warn write`,
);
