# Tokens by which programs act for an account.
tokens-title = Access for programs
tokens-deck = A token lets a program read and act in your name, in one role. It never signs, never changes people, and does nothing that you could not do.
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
tokens-scope-read-hint = requests, drafts and documents that you may see
tokens-scope-act = Read and act
tokens-scope-act-hint = draft, answer and report too; never sign
tokens-scope-feed = Read the calendar of deadlines
tokens-scope-feed-hint = nothing under seal; of what is confidential only that something is due
tokens-days-legend = How long it works
tokens-days = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
tokens-sealed = It reaches matter under seal too, as far as I do
tokens-make-do = Make the token
tokens-back = Back to the account

people-error-service = This is the account of a program, at which nobody signs in. Make a token for it, or close it.
people-error-no-service = Somebody’s own tokens are made by themselves, on the page of their account.
people-error-too-many-tokens = The account has as many tokens as may be. Revoke one that is used no more.
audit-act-token-issued = Token made
audit-act-token-revoked = Token revoked
audit-act-token-used = Program acted by a token, first time that day
