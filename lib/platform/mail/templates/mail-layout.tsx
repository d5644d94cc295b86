import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Img,
  Link,
  Preview,
  Section,
  Text,
} from "@react-email/components";

type MailLayoutProps = {
  language: string;
  accentColor: string;
  /** Address of the organization's logo. */
  logo: string | undefined;
  organizationName: string;
  preview: string;
  greeting: string;
  paragraphs: string[];
  button: { label: string; link: string } | undefined;
  linkNote: string;
  closing: string;
  footer: string;
};

const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif";
const text = { fontFamily: font, fontSize: "15px", lineHeight: "24px", color: "#27303f" };
const quiet = { ...text, fontSize: "13px", lineHeight: "20px", color: "#5b6575" };

/** The one shape all our mails have. */
export function MailLayout(props: MailLayoutProps) {
  return (
    <Html lang={props.language}>
      <Head />
      <Preview>{props.preview}</Preview>
      <Body style={{ backgroundColor: "#f4f6f8", margin: 0, padding: "32px 12px" }}>
        <Container
          style={{
            backgroundColor: "#ffffff",
            border: "1px solid #e3e8ee",
            borderRadius: "12px",
            maxWidth: "520px",
            padding: "32px",
          }}
        >
          {props.logo && <Img src={props.logo} alt="" height={40} style={{ margin: "0 0 16px" }} />}
          <Heading
            as="h1"
            style={{ ...text, fontSize: "18px", fontWeight: 600, margin: "0 0 16px" }}
          >
            {props.organizationName}
          </Heading>
          <Text style={text}>{props.greeting}</Text>
          {props.paragraphs.map((paragraph) => (
            <Text key={paragraph} style={text}>
              {paragraph}
            </Text>
          ))}
          {props.button && (
            <Section style={{ margin: "24px 0" }}>
              <Button
                href={props.button.link}
                style={{
                  backgroundColor: props.accentColor,
                  borderRadius: "8px",
                  color: "#ffffff",
                  fontFamily: font,
                  fontSize: "15px",
                  fontWeight: 600,
                  padding: "12px 20px",
                }}
              >
                {props.button.label}
              </Button>
              <Text style={quiet}>
                {props.linkNote}
                <br />
                <Link
                  href={props.button.link}
                  style={{ color: props.accentColor, wordBreak: "break-all" }}
                >
                  {props.button.link}
                </Link>
              </Text>
            </Section>
          )}
          <Text style={text}>{props.closing}</Text>
          <Hr style={{ borderColor: "#e3e8ee", margin: "24px 0 16px" }} />
          <Text style={{ ...quiet, margin: 0 }}>{props.footer}</Text>
        </Container>
      </Body>
    </Html>
  );
}
