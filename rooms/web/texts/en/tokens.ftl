# Tokens by which programs act for an account.
tokens-title = Access for programs
tokens-deck = A token lets a program read and act in your name, in one role. It never signs, never changes people, and does nothing that you could not do.
tokens-deck-of = A token lets a program read and act for this account, in one role. It never signs, never changes people, and does nothing that the account could not do.
tokens-account = Let a program read or act for me
tokens-made = The token
tokens-once = It is shown this once. Give it to the program, and to nobody else.
tokens-header = The program sends it with every request, in this header:
tokens-feed = A calendar program subscribes to this address. Whoever has it reads the feed:
tokens-there = Tokens
tokens-none = There are none.
tokens-sealed-mark = matter under seal too
tokens-until = works until { $until }
tokens-over = over since { $until }
tokens-used = last used on { $day }
tokens-unused = not used yet
tokens-revoke = Revoke { $name }
tokens-make = Make a token
tokens-make-note = It acts as { $post }.
tokens-name = For which program
tokens-scope = What it may do
tokens-scope-read = Read
tokens-scope-read-hint = requests, drafts and documents that the account may see
tokens-scope-act = Read and act
tokens-scope-act-hint = draft, answer and report too; never sign
tokens-scope-feed = Read the calendar of deadlines
tokens-scope-feed-hint = nothing under seal; of what is confidential only that something is due
tokens-no-scope = Say what the token may do: read, read and act, or read the calendar of deadlines.
tokens-days-legend = How long it works
tokens-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
tokens-sealed = It reaches matter under seal too, as far as I do
tokens-sealed-of = It reaches matter under seal too, as far as the account does
tokens-make-do = Make the token
tokens-back = Back to the account

programs-title = Take in a program
programs-deck = A program that works by itself, such as the system of a ministry, has an account of its own: nobody signs in at it, it acts by tokens, and what it does stands under its own name and nobody else’s.
programs-name-hint = As colleagues know it; it stands beside all that it does.
programs-role-hint = It may do what this role may, but for signing and changing people.
programs-do = Take it in
programs-then = Next you make its token. The matters that it needs are assigned to it like to anybody.
programs-is = Kind
programs-is-note = The account of a program: nobody signs in at it, and it acts by tokens.

people-error-service = This is the account of a program, at which nobody signs in. Make a token for it, or close it.
people-error-no-service = Somebody’s own tokens are made by themselves, on the page of their account.
people-error-program-there = There is a program of this name in this role already. Make a token for that one, or give this one another name.
people-error-too-many-tokens = The account has as many tokens as may be. Revoke one that is used no more.
audit-act-token-issued = Token made
audit-act-token-revoked = Token revoked
audit-act-token-used = Program acted by a token, first time that day

feed-owed-court = { $what }, owed by the Court ({ $state })
feed-owed-state = { $what }, owed by the State ({ $state })
feed-due = Something is due
feed-exercise = EXERCISE: { $what }
