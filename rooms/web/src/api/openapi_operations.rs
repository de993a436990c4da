//! The operations of programs in the OpenAPI document: their security, bodies, versions and refusals.

use super::drafts::KEY;
use super::endpoints::Schemas;
use super::openapi::{answered, header, refusal, text_schema};
use super::operations::{ALL, Body, Operation};
use super::parameters::Parameter;
use reports::docx;
use utoipa::openapi::path::{OperationBuilder, Parameter as Documented, ParameterBuilder, ParameterIn, PathItem};
use utoipa::openapi::request_body::RequestBodyBuilder;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Components, ContentBuilder, ObjectBuilder, PathsBuilder, Ref, RefOr, Required, Response, ResponseBuilder, Type};

/// Name of the security scheme.
const TOKEN: &str = "token";
/// Names of headers among the parameters.
const IF_MATCH: &str = "if_match";
const DISPOSITION: &str = "content_disposition";
const IDEMPOTENCY_KEY: &str = "idempotency_key";

/// Refusals of operations, by status: name of the component and description. Those of every address have the names of
/// `super::openapi`.
const REFUSALS: [(&str, &str, &str); 10] = [
    (
        "401",
        "NoToken",
        "There is no token, or it is not one of this server, is over, was revoked, or its account has lost the role.",
    ),
    (
        "403",
        "Forbidden",
        "The token is for reading alone, the act is not its account's to do, or a person must do it on a page.",
    ),
    ("408", "TooSlow", "The body did not arrive in time."),
    (
        "409",
        "Conflict",
        "It cannot be done from where the request, the draft or the assignment stands, somebody else changed the same in a draft, or a \
         request that came is here already.",
    ),
    ("412", "Raced", "What If-Match names is not what stands now."),
    ("413", "TooLong", "The body is longer than is read here."),
    ("415", "MediaType", "The body is sent as something else, or is packed."),
    (
        "422",
        "Unprocessable",
        "Something in the request, the act or the file is to mend. Nothing was recorded.",
    ),
    ("428", "NoVersion", "If-Match is missing, or names no version."),
    (
        "503",
        "Busy",
        "As many are under way as are taken at once; Retry-After says after how many seconds to ask again.",
    ),
];

/// Of every operation, as of every address.
const OF_ALL: [(&str, &str); 5] = [
    ("400", "Refused"),
    ("414", "AddressTooLong"),
    ("429", "TooOften"),
    ("500", "Failed"),
    ("507", "DiskFull"),
];

/// Adds the operations to the paths.
pub(super) fn paths(paths: PathsBuilder, schemas: &mut Schemas) -> PathsBuilder {
    ALL.iter().fold(paths, |paths, of| {
        let item = PathItem::new(of.method.clone(), operation(of, schemas));
        paths.path(of.path, item)
    })
}

/// Adds what operations refer to.
pub(super) fn components(components: &mut Components) {
    let refusals = REFUSALS
        .into_iter()
        .map(|(_, name, text)| (name.to_owned(), RefOr::T(refusal(text))));
    components.responses.extend(refusals);
    let headers = [
        (IF_MATCH, if_match()),
        (DISPOSITION, disposition()),
        (IDEMPOTENCY_KEY, idempotency_key()),
    ];
    components
        .parameters
        .extend(headers.map(|(name, parameter)| (name.to_owned(), RefOr::T(parameter))));
    let bearer = HttpBuilder::new()
        .scheme(HttpAuthScheme::Bearer)
        .bearer_format("comity_…")
        .description(Some(
            "A token that somebody made on the page of their account, or for a program whose account they administer. It does nothing \
             that its account could not do.",
        ));
    components.add_security_scheme(TOKEN, SecurityScheme::Http(bearer.build()));
}

fn operation(of: &Operation, schemas: &mut Schemas) -> OperationBuilder {
    let response = answered(of.answer, ResponseBuilder::new().description(of.summary), schemas);
    let response = if of.versioned {
        response.header_ref("ETag", header("ETag"))
    } else {
        response
    };
    let described = OperationBuilder::new()
        .operation_id(Some(of.id))
        .summary(Some(of.summary))
        .description(Some(of.description))
        .response(of.status, response.build());
    let named = |status: &'static str| {
        let own = REFUSALS.iter().find(|(known, ..)| *known == status).map(|(_, name, _)| *name);
        (status, own.unwrap_or("NotFound"))
    };
    let token = of.token.then(|| named("401"));
    let mut refusals: Vec<(&str, &str)> = OF_ALL
        .into_iter()
        .chain(token)
        .chain(of.refusals.iter().map(|status| named(status)))
        .collect();
    refusals.sort_unstable();
    let refused = refusals.into_iter().fold(described, |operation, (status, name)| {
        operation.response(status, RefOr::<Response>::Ref(Ref::from_response_name(name)))
    });
    let asked = of.adds.iter().fold(refused, |operation, parameter: &Parameter| {
        operation.parameter_ref(parameter.reference())
    });
    let asked = if of.over_a_version {
        asked.parameter_ref(Ref::new(format!("#/components/parameters/{IF_MATCH}")))
    } else {
        asked
    };
    let asked = if of.keyed {
        asked.parameter_ref(Ref::new(format!("#/components/parameters/{IDEMPOTENCY_KEY}")))
    } else {
        asked
    };
    let sent = match of.body {
        Body::Nothing => asked,
        Body::Json(shape) => {
            let content = ContentBuilder::new().schema(Some(RefOr::<utoipa::openapi::Schema>::Ref(shape(schemas))));
            let body = RequestBodyBuilder::new().content("application/json", content.build());
            asked.request_body(Some(body.required(Some(Required::True)).build()))
        }
        Body::Form(shape) => {
            let content = ContentBuilder::new().schema(Some(RefOr::<utoipa::openapi::Schema>::Ref(shape(schemas))));
            let body = RequestBodyBuilder::new().content("multipart/form-data", content.build());
            asked.request_body(Some(body.required(Some(Required::True)).build()))
        }
        Body::Word => {
            let bytes = ObjectBuilder::new().schema_type(Type::String);
            let body = RequestBodyBuilder::new().content(docx::MEDIA_TYPE, ContentBuilder::new().schema(Some(bytes)).build());
            asked.request_body(Some(body.required(Some(Required::True)).build()))
        }
        Body::File => {
            let bytes = ObjectBuilder::new().schema_type(Type::String);
            let body = RequestBodyBuilder::new().content("application/octet-stream", ContentBuilder::new().schema(Some(bytes)).build());
            asked
                .parameter_ref(Ref::new(format!("#/components/parameters/{DISPOSITION}")))
                .request_body(Some(body.required(Some(Required::True)).build()))
        }
    };
    if of.token {
        sent.security(SecurityRequirement::new(TOKEN, std::iter::empty::<String>()))
    } else {
        sent
    }
}

fn if_match() -> Documented {
    ParameterBuilder::new()
        .name("If-Match")
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some("The ETag of what was read before, which is acted over."))
        .schema(Some(text_schema()))
        .example(Some("\"1\"".into()))
        .build()
}

fn idempotency_key() -> Documented {
    ParameterBuilder::new()
        .name(KEY)
        .parameter_in(ParameterIn::Header)
        .required(Required::False)
        .description(Some(
            "A text of 16 to 128 visible characters, drawn by chance for this draft, such as a UUID. Sent again with it, the same is begun \
             once; with another body it is refused.",
        ))
        .schema(Some(
            text_schema()
                .min_length(Some(16))
                .max_length(Some(128))
                .pattern(Some(r#"^"?[!#-\[\]-~]{16,126}"?$"#)),
        ))
        .example(Some("\"8e03978e-40d5-43dd-bc93-6894a57f9324\"".into()))
        .build()
}

fn disposition() -> Documented {
    ParameterBuilder::new()
        .name("Content-Disposition")
        .parameter_in(ParameterIn::Header)
        .required(Required::True)
        .description(Some(
            "The name of the file (RFC 6266), in letters of any script by filename* (RFC 8187).",
        ))
        .schema(Some(text_schema()))
        .example(Some("attachment; filename*=UTF-8''result.pdf".into()))
        .build()
}
