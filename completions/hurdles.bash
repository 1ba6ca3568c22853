# What bash asks `hurdles` when somebody presses Tab. Needs nothing but bash; never runs what stands on the line.
_hurdles() {
    local current=${COMP_WORDS[COMP_CWORD]-} answer line
    case $current in ':' | '=') current= ;; esac
    COMPREPLY=()
    answer=$(hurdles complete --line "$current" -- "${COMP_LINE:0:COMP_POINT}" 2>/dev/null </dev/null) || return 0
    while IFS= read -r line; do
        case $line in
            :[0-9]*)
                if ((${line#:} & 2)); then compopt -o nospace 2>/dev/null; fi
                if ((${line#:} & 4)); then compopt +o default +o bashdefault 2>/dev/null; fi
                ;;
            ?*) COMPREPLY+=("${line%%$'\t'*}") ;;
        esac
    done <<<"$answer"
    return 0
}
complete -o bashdefault -o default -F _hurdles hurdles
