
# Signing in, and one's own account.

inside-signed-in = Signed in as { $name }
inside-no-role = no role chosen yet
inside-account = My account
inside-matters = Matters
inside-people = People
inside-audit = Audit
inside-sign-in = Sign in
inside-sign-out = Sign out
inside-nav = For those signed in
inside-oops = This was not done


sign-in-title = Sign in
sign-in-head = Sign in
sign-in-deck = For those who work with this record. There is no password.
sign-in-oops = You are not signed in
sign-in-by-passkey = With a passkey
sign-in-passkey-note = Your device or security key asks for your fingerprint, your face or its PIN. You need not type a name.
sign-in-passkey = Sign in with a passkey
sign-in-by-provider = With your organisation’s sign-in service
sign-in-by-certificate = With a certificate
sign-in-certificate-note = Your browser asked which certificate to show when it opened this site. To choose another, close the browser and open it again.
sign-in-certificate = Sign in with the certificate of this browser
sign-in-demonstration = As one of the exercise’s people
sign-in-demonstration-note = This is a demonstration. Whoever is at this machine signs in as any of them by a press.
sign-in-none = Nobody can sign in at this address. Passkeys are bound to the name of a site: ask those who run this server under which name it is reached.
sign-in-help = If you cannot sign in
sign-in-help-lost = If you lost your device or security key, ask those who administer your organisation’s accounts to restore your access. Two of them decide, and by half a day later you get a link.
sign-in-help-none = If you have no account, they can invite you. Everything that is public is open to everybody without one.
sign-in-refused = This did not work. Begin again; if it fails again, ask those who administer your organisation’s accounts.
sign-in-desk = Nobody can be signed in at the moment. Try again in some minutes.

provider-clock = The clock of your organisation’s sign-in service and the clock of this server do not agree. Ask those who run them to set the clock, or use a passkey.
provider-unreachable = Your organisation’s sign-in service does not answer. Try again in some minutes, or use a passkey.

on-title = On we go
on-head = You are being led on
on-link = Go on, if it does not happen by itself

passkey-name = What you call it
passkey-name-hint = So that you know later which one to remove: “office computer”, “blue key”.
passkey-first = First passkey
passkey-script = A passkey works only where JavaScript is on. Switch it on for this site, or use another way if one is offered here.
passkey-refused = The browser gave no passkey: it was not confirmed, or took too long. Begin again.
passkey-already = This device or security key has a passkey of yours for this site already. Use another one.
passkey-none = This browser has no passkeys. Use a newer one, or another way if one is offered here.
passkey-over = This page is too old, or its session is over. Load it again and begin anew.
passkey-changed = What this page shows was changed meanwhile. Load it again, and look before you begin anew.
passkey-unreached = The server did not answer as it should. Look whether you are connected, and begin again.

certificate-name = Certificate
certificate-none = Your browser showed no certificate. Close it, open it again and choose one.

join-title = Invitation
join-head = Invitation for { $name }
join-deck = You are invited as { $post }.
join-again-deck = Two persons have agreed that your access is restored.
join-what = The button below works once. After it you make a passkey on this device or on a security key, and within an hour: be at the device that you will work with.
join-not-you = If you are not this person, leave this page and press nothing. Tell whoever sent you the link.
join-already = At this browser { $name } is signed in. Whoever goes on is signed in instead.
join-press = Take the invitation up

joining-title = Your first passkey
joining-head = One step more, { $name }
joining-deck = From now on you sign in with what you make here. You have an hour.
joining-by-passkey = Make a passkey
joining-passkey-note = Your device or security key asks for your fingerprint, your face or its PIN. What it keeps never leaves it, and works on this site alone. Add a second one soon, on another device: then losing one locks you out of nothing.
join-passkey = Make a passkey

join-none-title = This link does not work
join-none-head = This link does not work
join-none-deck = A link works once and for 24 hours, in the browser in which its button was pressed. This one was used, is too old, or was not copied whole.
join-none-signed = If you used it yourself, you have an account already.
join-none-again = If you did not, ask whoever sent it for another. Tell them if somebody else may have used it.

role-title = Choose a role
role-head = In which role do you act?
role-deck = You have several. What you see and may do follows from the one that you choose; you can change it at any time.
role-legend = Role
role-choose = Act in this role
role-none = You hold no role at the moment. Ask those who administer your organisation’s accounts.
role-not-chosen = Choose one of your roles.
role-not-held = You do not hold this role any more. Choose another, or ask those who administer your organisation’s accounts.

verify-title = Show once more who you are
verify-head = Show once more who you are
verify-deck = What you are about to do cannot be taken back lightly, so it is not enough that a screen was left open. It counts for five minutes.
verify-kept = What you typed is kept and is sent right afterwards.
verify-passkey = Go on with my passkey
verify-certificate = Go on with the certificate of this browser
verify-demonstration = Go on
verify-provider = Go on at { $name }
verify-provider-then = Your organisation’s sign-in service opens in a new tab. When you have been there, come back to this page.
verify-send = Send what I typed
verify-none = What your session began with is not offered here any more. Sign out, and sign in another way.

kept-title = What you typed is kept
kept-head = What you typed is kept
kept-over = It was not sent: you are not signed in, or your session is over.
kept-sign-in = Sign in, in a new tab
kept-then = Then come back to this page and go on. You are asked once more before anything is sent.
kept-go-on = I have signed in; go on
kept-other = You are signed in as { $name }.
kept-other-send = It was not sent yet. It is sent in your name when you press the button. If somebody else typed it, close this page.
kept-send = Send it in my name

account-title = My account
account-deck = Your roles, with what you sign in, and where you are signed in.
account-reason = Why
account-posts = My roles
account-posts-note = You act in one at a time.
account-post-current = you act in this one
account-post-change = Act in another role
account-may = What this role may do
account-may-all = What each role may do
account-credentials = With what I sign in
account-credentials-note = A passkey lies on one device, or on several of yours that share it. Keep two that do not hang on one another.
account-credential-current = this session began with it
account-credential-one = This is the only one. Add a second, so that losing it does not lock you out.
account-revoke = Remove
account-revoke-note = It works no more at once, and all your sessions end, this one too.
account-revoke-do = Remove { $name }
account-add = Add another
account-add-verify = For this you must have shown lately who you are.
account-add-passkey = Add a passkey
account-add-provider = Add my account at { $name }
account-add-certificate = Add the certificate of this browser
credential-passkey = passkey
credential-certificate = certificate
credential-provider = account at { $name }
credential-provider-gone = account at a sign-in service that is no longer used here
account-sessions = Where I am signed in
account-sessions-note = A session ends after half an hour without use, and after twelve hours in any case. It is bound to what it began with, not to a place.
account-session-current = this one
account-session-when = signed in { $since }, used last { $used }
account-session-end = End
account-session-end-others = End all others
browser-firefox = Firefox
browser-edge = Edge
browser-chrome = Chrome or Chromium
browser-safari = Safari
browser-other = Another browser
account-recovery = Somebody is restoring access to your account
account-recovery-asked = It was asked for { $asked }, as if you had lost what you sign in with. If you did not ask for it, stop it now.
account-recovery-reason = Reason given: { $reason }
account-recovery-approvals = { $n ->
    [0] Nobody has approved it yet; two persons must.
    [one] One person of two has approved it.
   *[other] Two persons have approved it.
}
account-recovery-ready = You can stop it; from { $until } on a link can be made by which somebody comes in as you.
account-recovery-note = Once that link is used, everything with which you sign in now works no more.
account-recovery-stop = Stop it
account-delegations = Delegations
account-delegations-held = Given to me
account-delegations-given = Given by me
account-delegation-from = from { $name }, until { $until }
account-delegation-to = to { $name }, until { $until }

people-error-not-allowed = Your role does not give you this. Ask those who administer your organisation’s accounts.
people-error-not-fresh = Show once more who you are, and go on.
people-error-no-such-account = There is no such account. Take it from the list of people.
people-error-no-such-matter = There is no such matter. Take its name from its page.
people-error-no-such-request = There is no such request, or it is over.
people-error-closed = The account is closed for good. Whoever comes back is invited anew.
people-error-not-open = The account is not open yet: its owner has not used the invitation. Send another link.
people-error-open = The account is open already. Its owner signs in, or asks for recovery.
people-error-no-such-post = This organisation has no such role. Choose another.
people-error-case-missing = A team is taken in for its case. Say which, by its number.
people-error-no-case = A case is given by its number, such as ICC-02/04-01/05, and for a team alone.
people-error-case-stands = This team was taken in for another case and stays with it. Take in another team, under a short name of its own.
people-error-of-another-case = This matter is about another case than that of their team.
people-error-held-already = They have this role already.
people-error-not-held = It is not held, or no longer. Load the page again to see what is.
people-error-last-credential = This is the last way in which you can sign in. Add another first.
people-error-name-missing = Write a name.
people-error-name-too-long = The name is longer than 100 characters. Write a shorter one.
people-error-name-unseen = The name holds a sign that cannot be seen. Write it anew instead of copying it.
people-error-alike = Somebody of this organisation has a name like it: { $names }. If they are two persons, confirm that you mean another.
people-error-no-reason = Say why.
people-error-long-reason = The reason is longer than 1,000 characters. Write a shorter one.
people-error-text = A text holds a sign that cannot stand in the record. Write it anew instead of copying it.
people-error-until = The end must lie after now, and not more than { $days ->
    [one] one day
   *[other] { $days } days
} ahead.
people-error-not-let-in = This matter is not open to their role. Open it to their organ, State, organisation or team first.
people-error-not-at-the-shell = A second person of the same organ or State grants it, on the page of emergency access.
people-error-not-accepted = This did not work. Begin again; if it fails again, ask those who administer your organisation’s accounts.
people-error-recovery-over = This recovery is over. If it is still needed, ask for another.
people-error-recovery-too-old = This recovery was asked for more than seven days ago. Ask for another.
people-error-recovery-own = Nobody approves the recovery of their own account. Ask two others who administer accounts.
people-error-recovery-twice = You approved this already. A second person has to.
people-error-recovery-approved = Two persons approved this already.
people-error-recovery-not-of-the-organisation = This is for those who administer accounts of the person’s own organisation. The institution steps in where it has fewer than two.
people-error-recovery-not-approved = Two persons have to approve this first.
people-error-recovery-approver = Whoever approved this does not get the link. A third person hands it over.
people-error-recovery-under-way = A recovery of this account is under way. Approve it, or stop it first.
people-error-recovery-waiting = The owner of the account can object until { $until }. The link can be made from then on.
people-error-store = This could not be recorded, and nothing was changed. Try again in some minutes.
