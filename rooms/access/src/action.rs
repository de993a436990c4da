//! What can be done with the record and beside it.

/// What a viewer may want to do. Closed: what is not here cannot be allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Action {
    /// See a matter's entries and all that is computed from them.
    Read,
    /// Add an entry to a matter, or open a matter with its first one.
    Append,
    /// Restate or take back an entry with a reason.
    Correct,
    /// Close an entry or a matter further: raise its level, shorten its list, leave somebody out.
    Narrow,
    /// Open an entry or a matter wider, by a decision that is named with its date.
    Unseal,
    /// Close what was public by mistake.
    WithdrawFromPublic,
    /// Assign a person to a matter, and end an assignment.
    Assign,
    /// Hand one's own assignment to a colleague for an absence.
    Delegate,
    /// Ask to read a matter in an emergency without being assigned to it.
    RequestBreakGlass,
    /// Grant that, as the second person.
    ApproveBreakGlass,
    /// Take matter that is not public out of the program as files.
    Export,
    /// Sign a document in a matter.
    Sign,
    /// Order that the body of an entry be erased.
    Erase,
    /// Invite people, give and withdraw their roles, close their accounts.
    ManagePeople,
    /// Let a person in again who lost their keys.
    Recover,
    /// Take in an organisation and invite its first person, or let one go.
    ManageOrganisations,
    /// List what was done in the program, by whom and when.
    ReadAudit,
    /// Backup, keys, checkpoints, settings.
    RunSystem,
    /// Hand something in at the desk, for an officer to read.
    HandIn,
    /// Read and close what was handed in at the desk.
    Handle,
}

impl Action {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Action; 20] = [
        Action::Read,
        Action::Append,
        Action::Correct,
        Action::Narrow,
        Action::Unseal,
        Action::WithdrawFromPublic,
        Action::Assign,
        Action::Delegate,
        Action::RequestBreakGlass,
        Action::ApproveBreakGlass,
        Action::Export,
        Action::Sign,
        Action::Erase,
        Action::ManagePeople,
        Action::Recover,
        Action::ManageOrganisations,
        Action::ReadAudit,
        Action::RunSystem,
        Action::HandIn,
        Action::Handle,
    ];

    /// The word that stands in entries and addresses.
    pub fn word(self) -> &'static str {
        match self {
            Action::Read => "read",
            Action::Append => "append",
            Action::Correct => "correct",
            Action::Narrow => "narrow",
            Action::Unseal => "unseal",
            Action::WithdrawFromPublic => "withdraw-from-public",
            Action::Assign => "assign",
            Action::Delegate => "delegate",
            Action::RequestBreakGlass => "request-break-glass",
            Action::ApproveBreakGlass => "approve-break-glass",
            Action::Export => "export",
            Action::Sign => "sign",
            Action::Erase => "erase",
            Action::ManagePeople => "manage-people",
            Action::Recover => "recover",
            Action::ManageOrganisations => "manage-organisations",
            Action::ReadAudit => "read-audit",
            Action::RunSystem => "run-system",
            Action::HandIn => "hand-in",
            Action::Handle => "handle",
        }
    }

    /// Key of its name in the texts of each language.
    pub fn text_key(self) -> String {
        format!("action-{}", self.word())
    }
}
